// Which places a request may name for its key.

import { describe, expect, it } from 'vitest';
import { trustedUrl } from '../../../../../src/main/engine/verify/keys/trusted-url.ts';

const SNS = {
  hosts: ['sns.<region>.amazonaws.com', 'sns.<region>.amazonaws.com.cn'],
  endsWith: '.pem',
};
const PAYPAL = { hosts: ['*.paypal.com'] };

describe('a place of the provider', () => {
  it.each([
    ['https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem', SNS],
    ['https://sns.us-gov-west-1.amazonaws.com/a.pem', SNS],
    ['https://sns.cn-north-1.amazonaws.com.cn/a.pem', SNS],
    ['https://api.paypal.com/v1/notifications/certs/CERT-360', PAYPAL],
    ['https://api.sandbox.paypal.com/certs/a', PAYPAL],
    ['HTTPS://API.PayPal.com/certs/a', PAYPAL],
  ])('is %s', (url, places) => {
    expect(trustedUrl(url, places)).toBe(new URL(url).href);
  });
});

describe('a place of anyone', () => {
  it.each([
    ['http://sns.us-east-1.amazonaws.com/a.pem', SNS],
    ['https://sns.s3.amazonaws.com/a.pem', SNS],
    ['https://sns.s3-us-west-2.amazonaws.com/a.pem', SNS],
    ['https://sns.us-east-1.amazonaws.com.attacker.example/a.pem', SNS],
    ['https://attacker.example/sns.us-east-1.amazonaws.com/a.pem', SNS],
    ['https://sns.us-east-1.amazonaws.com@attacker.example/a.pem', SNS],
    ['https://sns.us-east-1.amazonaws.com:444/a.pem', SNS],
    ['https://sns.us-east-1.amazonaws.com/a.txt', SNS],
    ['https://sns.us-east-1.amazonaws.com/a?x=.pem', SNS],
    ['https://sns.us-east-1.amazonaws.com/a#.pem', SNS],
    ['https://x.sns.us-east-1.amazonaws.com/a.pem', SNS],
    ['https://paypal.com/a', PAYPAL],
    ['https://notpaypal.com/a', PAYPAL],
    ['https://api.paypal.com.attacker.example/a', PAYPAL],
    ['https://api.paypalXcom/a', PAYPAL],
    ['https://user@api.paypal.com/a', PAYPAL],
    ['https://127.0.0.1/a', PAYPAL],
    ['file:///etc/passwd', PAYPAL],
    ['', PAYPAL],
    ['//api.paypal.com/a', PAYPAL],
  ])('is %s', (url, places) => {
    expect(trustedUrl(url, places)).toBeNull();
  });
});

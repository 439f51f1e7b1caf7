// Amazon SNS.

import type { ProviderEntry, Rule } from '../provider.ts';

export const awsSns: ProviderEntry = {
  id: 'aws-sns',
  name: 'Amazon SNS',
  category: 'cloud',
  docs: 'https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html',
  confidence: 'source',
  secretHint: 'None is needed: the certificate that the message names is fetched from Amazon.',
  deadlineSeconds: 15,
  retries: 'By the policy of the subscription; by default 50 times within an hour.',
  messageId: 'header:x-amz-sns-message-id|json:$.MessageId',
  eventType: 'header:x-amz-sns-message-type|json:$.Type',
  rules: [signedAs('2', 'sha256'), signedAs('1', 'sha1')],
  handshake: {
    when: {
      method: 'POST',
      has: {
        'header:x-amz-sns-message-type': 'SubscriptionConfirmation',
        'json:$.SubscribeURL': true,
      },
    },
    signed: true,
    respond: { status: 200 },
    callBack: {
      url: 'json:$.SubscribeURL',
      host: /^sns\.[a-z]{2}(?:-[a-z]+){1,2}-\d{1,2}\.amazonaws\.com(?:\.cn)?$/,
    },
  },
  samples: {
    headers: [
      ['Content-Type', 'text/plain; charset=UTF-8'],
      ['x-amz-sns-message-type', 'Notification'],
      ['x-amz-sns-message-id', '{uuid}'],
    ],
    events: [
      {
        eventType: 'Notification',
        body: {
          json: {
            Type: 'Notification',
            MessageId: '{uuid}',
            TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders',
            Subject: 'A new order',
            Message: '{"order":42}',
            Timestamp: '{iso}',
            SignatureVersion: '2',
            Signature: '',
            SigningCertURL:
              'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0000.pem',
          },
        },
      },
    ],
  },
  notes: [
    'Its type is text/plain, although it is JSON.',
    'With raw message delivery there is no envelope, and so no signature.',
  ],
};

function signedAs(version: string, hash: 'sha1' | 'sha256'): Rule {
  return {
    scheme: 'rsa',
    hash,
    encoding: 'base64',
    when: { 'json:$.SignatureVersion': version },
    keysAt: {
      url: 'json:$.SigningCertURL',
      hosts: ['sns.<region>.amazonaws.com', 'sns.<region>.amazonaws.com.cn'],
      endsWith: '.pem',
      as: 'pem',
    },
    signature: { in: 'json', path: '$.Signature', style: 'plain' },
    signedContent: '{sns.message}',
    timestamp: { from: 'json:$.Timestamp', unit: 'iso', tolerance: null },
  };
}

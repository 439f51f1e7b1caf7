// The URL as the cause, for those who sign it.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { findingsOf } from './doctoring.ts';

const secret = 'auth-token';

function twilio(signedUrl: string, host: string): { headers: HeaderList; body: string } {
  const signature = createHmac('sha1', secret).update(`${signedUrl}A1B2`).digest('base64');
  return {
    headers: [
      ['Host', host],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', signature],
    ],
    body: 'A=1&B=2',
  };
}

const called = 'https://abc.loca.lt/hook?a=x%20y&b=%2F';

describe('another URL than the one that was signed', () => {
  it.each([
    ['http for https', 'http://abc.loca.lt/hook?a=x%20y&b=%2F'],
    ['a port', 'https://abc.loca.lt:443/hook?a=x%20y&b=%2F'],
    ['a slash at the end', 'https://abc.loca.lt/hook/?a=x%20y&b=%2F'],
    ['a decoded query', 'https://abc.loca.lt/hook?a=x y&b=/'],
    ['no query', 'https://abc.loca.lt/hook'],
    ['the local receiver', 'http://localhost:4747/hook?a=x%20y&b=%2F'],
    ['an earlier tunnel', 'https://old.loca.lt/hook?a=x%20y&b=%2F'],
    ['the root of an earlier tunnel, over http', 'http://old.loca.lt/?a=x%20y&b=%2F'],
  ])('is found and named: %s', (_, signedUrl) => {
    const message = { ...twilio(signedUrl, '127.0.0.1:4747'), url: called };
    const setting = { provider: 'twilio', secrets: [secret] };
    const origins = ['https://old.loca.lt'];
    const [finding, ...rest] = findingsOf(message, setting, { origins });
    expect(finding).toMatchObject({ cause: 'url-variant', side: 'here' });
    expect(finding?.proof).toContain(`The signature matches the URL ${signedUrl}`);
    expect(rest).toEqual([]);
  });

  it('is named in a few words where it is very long', () => {
    const url = `${called}&c=${'x'.repeat(30_000)}`;
    const message = { ...twilio(url.replace('https', 'http'), '127.0.0.1:4747'), url };
    const setting = { provider: 'twilio', secrets: [secret] };
    const [finding] = findingsOf(message, setting);
    expect(finding).toMatchObject({ cause: 'url-variant' });
    expect(finding?.proof.length).toBeLessThan(1000);
    expect(finding?.proof).toContain('http://abc.loca.lt/hook');
  });

  it('is found where nothing tells what the URL is but the Host header', () => {
    const message = twilio('https://abc.loca.lt/hook', 'abc.loca.lt');
    const [finding] = findingsOf(message, { provider: 'twilio', secrets: [secret] });
    expect(finding).toMatchObject({ cause: 'url-variant' });
  });

  it('is not blamed for another host, nor where no URL is signed', () => {
    const setting = { provider: 'twilio', secrets: [secret] };
    const message = { ...twilio('https://else.example/hook', '127.0.0.1:4747'), url: called };
    expect(findingsOf(message, setting)).toMatchObject([{ cause: 'unknown' }]);
    const signature = createHmac('sha256', secret).update(called).digest('hex');
    const headers: HeaderList = [['X-Signature', signature]];
    const findings = findingsOf(
      { headers, body: '{}', url: 'http://abc.loca.lt/hook' },
      { provider: 'hmac', secrets: [secret] },
    );
    expect(findings).toMatchObject([{ cause: 'unknown' }]);
  });
});

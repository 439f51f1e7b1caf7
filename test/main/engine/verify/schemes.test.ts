// The schemes beyond HMAC, and signatures and contents outside headers and bodies: by what providers'
// own documents and libraries publish, and by what is made here with node:crypto.

import { createHash, createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import type { Provider, Rule } from '../../../../src/main/engine/verify/provider.ts';
import type { Judge } from '../../../../src/main/engine/verify/scheme.ts';
import { createView } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';

let count = 0;
const SAMPLE = { eventType: 'x', body: { json: {} } };

function judgeOf(rule: Rule): Judge {
  const provider: Provider = {
    ...{ id: `test-${++count}`, name: 'Test', docs: 'https://example.com', secretHint: null },
    ...{ deadlineSeconds: null, retries: null, messageId: null, eventType: null },
    ...{ handshake: null, options: [], clues: [], notes: [], category: 'generic' as const },
    ...{ confidence: 'documented' as const, samples: { headers: [], events: [SAMPLE] } },
    rules: [rule],
  };
  const { judges } = compileProvider(provider, {});
  if ('problem' in judges) throw new Error(judges.problem);
  return judges[0];
}

interface Sent {
  secret: string;
  headers?: HeaderList;
  body?: string;
  target?: string;
  origin?: string | null;
}

function verify(rule: Rule, sent: Sent): Verdict {
  const { secret, headers = [], body = '', target = '/', origin = null } = sent;
  const request = {
    ...{ method: 'POST', target, publicOrigin: origin, headers },
    body: { kind: 'memory' as const, bytes: Buffer.from(body) },
  };
  return judgeOf(rule).verify({
    view: createView(request, true),
    secrets: [{ label: 'current', value: secret }],
    lockedSecrets: false,
    toleranceSeconds: null,
    receivedAt: 0,
  });
}

const FORM: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded'];
const verified = { status: 'verified', secretLabel: 'current' };
const mismatch = { status: 'failed', reason: 'signature-mismatch' };

describe('Twilio', () => {
  const twilio: Rule = {
    ...{ scheme: 'hmac', hash: 'sha1', encoding: 'base64', key: 'utf8' },
    signature: { in: 'header', name: 'X-Twilio-Signature', style: 'plain' },
    ...{ signedContent: '{url}{form.sorted}', timestamp: null },
  };
  const sent = {
    secret: '12345',
    origin: 'https://mycompany.com',
    target: '/myapp.php?foo=1&bar=2',
    headers: [FORM, ['X-Twilio-Signature', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=']] as HeaderList,
    body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
  };

  it('signs the URL and the sorted form, as its own library tests it', () => {
    expect(verify(twilio, sent)).toMatchObject(verified);
    expect(verify(twilio, { ...sent, body: `${sent.body}&x=1` })).toMatchObject(mismatch);
    expect(verify(twilio, { ...sent, origin: 'http://mycompany.com' })).toMatchObject(mismatch);
  });

  it('says so when the public URL is not known', () => {
    const verdict = verify(twilio, { ...sent, origin: null });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-malformed' });
    expect(verdict.hint).toContain('public URL');
  });

  it('signs the digest of a JSON body in the query, which the body must have', () => {
    const json: Rule = {
      ...{ ...twilio, signedContent: '{url}', when: { 'query:bodySHA256': true } },
      bodyDigest: { at: 'query:bodySHA256', digest: 'sha256hex' },
    };
    const request = {
      ...{ secret: '12345', origin: 'https://mycompany.com' },
      target:
        '/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620',
      headers: [['X-Twilio-Signature', 'a9nBmqA0ju/hNViExpshrM61xv4=']] as HeaderList,
      body: '{"property": "value", "boolean": true}',
    };
    expect(verify(json, request)).toMatchObject(verified);
    const changed = verify(json, { ...request, body: '{"property": "other"}' });
    expect(changed).toMatchObject(mismatch);
    expect(changed.hint).toContain('digest');
  });
});

describe('a signature over fields', () => {
  const hmac = { scheme: 'hmac', hash: 'sha256', encoding: 'hex', key: 'utf8' } as const;
  const inHeader = { in: 'header', name: 'X-Sig', style: 'plain' } as const;
  const signed = (text: string) => createHmac('sha256', 'key').update(text).digest('hex');

  it('is over all of a large form', () => {
    const rule: Rule = {
      ...{ ...hmac, signature: inHeader, signedContent: '{form.sorted}', timestamp: null },
    };
    const long = 'x'.repeat(100_000);
    const headers: HeaderList = [FORM, ['X-Sig', signed(`a${long}b2`)]];
    expect(verify(rule, { secret: 'key', headers, body: `b=2&a=${long}` })).toMatchObject(verified);
    const more = { secret: 'key', headers, body: `b=2&a=${long}&c=3` };
    expect(verify(rule, more)).toMatchObject(mismatch);
  });

  it('of Paddle Classic is over what PHP writes of them', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rule: Rule = {
      ...{ scheme: 'rsa', hash: 'sha1', encoding: 'base64' },
      signature: { in: 'form', name: 'p_signature', style: 'plain' },
      ...{ signedContent: '{form.php}', timestamp: null },
    };
    const content = 'a:3:{s:10:"alert_name";s:4:"paid";s:4:"name";s:4:"Zoë";s:3:"qty";s:1:"2";}';
    const p_signature = createSign('sha1').update(content).sign(privateKey, 'base64');
    const bodyOf = (name: string) =>
      new URLSearchParams({ qty: '2', name, p_signature, alert_name: 'paid' }).toString();
    const secret = String(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(verify(rule, { secret, headers: [FORM], body: bodyOf('Zoë') })).toMatchObject(verified);
    expect(verify(rule, { secret, headers: [FORM], body: bodyOf('Zoe') })).toMatchObject(mismatch);
  });

  it('of Adyen is over a single item, as a second one would not be judged', () => {
    const at = '$.notificationItems[0].NotificationRequestItem.additionalData.hmacSignature';
    const rule: Rule = {
      ...{ ...hmac, signedContent: '{adyen.item}', timestamp: null },
      signature: { in: 'json', path: at, style: 'plain' },
    };
    const content = 'ref::shop::1130:EUR:AUTHORISATION:true';
    const item = {
      ...{ pspReference: 'ref', merchantAccountCode: 'shop', eventCode: 'AUTHORISATION' },
      ...{ amount: { value: 1130, currency: 'EUR' }, success: true },
      additionalData: { hmacSignature: signed(content) },
    };
    const bodyOf = (...items: object[]) =>
      JSON.stringify({
        notificationItems: items.map((each) => ({ NotificationRequestItem: each })),
      });
    expect(verify(rule, { secret: 'key', body: bodyOf(item) })).toMatchObject(verified);
    for (const body of [bodyOf(item, item), bodyOf({ ...item, amount: { value: {} } })]) {
      const verdict = verify(rule, { secret: 'key', body });
      expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-malformed' });
      expect(verdict.hint).toContain('single notification item');
    }
  });

  it('of listed headers is over each of them, and the time must be listed', () => {
    const rule: Rule = {
      ...{ ...hmac, signature: inHeader, signedContent: '{contentful.headers}' },
      timestamp: { from: 'header:x-contentful-timestamp', unit: 'ms', tolerance: null },
    };
    const withList = (list: string): HeaderList => [
      ['x-contentful-timestamp', '17'],
      ['X-A', '1'],
      ['x-contentful-signed-headers', list],
      ['X-Sig', signed('x-a:1;x-contentful-timestamp:17')],
    ];
    const given = (list: string) => verify(rule, { secret: 'key', headers: withList(list) });
    expect(given('x-a,x-contentful-timestamp')).toMatchObject(verified);
    for (const list of ['x-a', 'x-a,x-contentful-timestamp,x-b', '', ','.repeat(5_000)]) {
      expect(given(list)).toMatchObject({ status: 'failed', reason: 'signature-malformed' });
    }
  });
});

describe('a public key', () => {
  it('verifies what SendGrid signs with ECDSA, as its own library tests it', () => {
    const sendgrid: Rule = {
      ...{ scheme: 'ecdsa', hash: 'sha256', encoding: 'base64' },
      signature: {
        ...{ in: 'header', name: 'X-Twilio-Email-Event-Webhook-Signature', style: 'plain' },
      },
      signedContent: '{timestamp}{body}',
      timestamp: {
        ...{ from: 'header:X-Twilio-Email-Event-Webhook-Timestamp', unit: 's', tolerance: null },
      },
    };
    const sent = {
      secret:
        'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
      headers: [
        [
          'X-Twilio-Email-Event-Webhook-Signature',
          'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
        ],
        ['X-Twilio-Email-Event-Webhook-Timestamp', '1600112502'],
      ] as HeaderList,
      body: '[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n',
    };
    expect(verify(sendgrid, sent)).toMatchObject(verified);
    expect(verify(sendgrid, { ...sent, body: sent.body.trim() })).toMatchObject(mismatch);
  });

  it('may be an RSA key in PEM, but no key of another kind', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
    const rule: Rule = {
      ...{ scheme: 'rsa', hash: 'sha256', encoding: 'base64' },
      signature: { in: 'header', name: 'X-Sig', style: 'plain' },
      ...{ signedContent: '{body}', timestamp: null },
    };
    const signature = createSign('sha256').update('hello').sign(privateKey, 'base64');
    const headers: HeaderList = [['X-Sig', signature]];
    expect(verify(rule, { secret: pem, headers, body: 'hello' })).toMatchObject(verified);
    expect(verify(rule, { secret: pem, headers, body: 'hellO' })).toMatchObject(mismatch);
    const other = verify({ ...rule, scheme: 'ecdsa' }, { secret: pem, headers, body: 'hello' });
    expect(other).toMatchObject(mismatch);
    expect(other.hint).toContain('a public key in PEM or base64 is expected');
  });
});

describe('a digest', () => {
  it('holds the secret in what it covers', () => {
    const rule: Rule = {
      ...{ scheme: 'digest', hash: 'sha256', encoding: 'hex' },
      signature: { in: 'header', name: 'X-HubSpot-Signature', style: 'plain' },
      ...{ signedContent: '{secret}{body}', timestamp: null },
    };
    const signature = createHash('sha256').update('sécret{}').digest('hex');
    const headers: HeaderList = [['X-HubSpot-Signature', signature]];
    expect(verify(rule, { secret: 'sécret', headers, body: '{}' })).toMatchObject(verified);
    expect(verify(rule, { secret: 'secret', headers, body: '{}' })).toMatchObject(mismatch);
  });
});

describe('a signature outside the headers', () => {
  const hmac = { scheme: 'hmac', hash: 'sha256', encoding: 'hex', key: 'utf8' } as const;
  const signed = (text: string) => createHmac('sha256', 'key').update(text).digest('hex');

  it('is found in JSON, with its time', () => {
    const mailgun: Rule = {
      ...hmac,
      signature: { in: 'json', path: '$.signature.signature', style: 'plain' },
      signedContent: '{json:$.signature.timestamp}{json:$.signature.token}',
      timestamp: { from: 'json:$.signature.timestamp', unit: 's', tolerance: null },
    };
    const bodyOf = (token: string) =>
      JSON.stringify({ signature: { timestamp: '17', token, signature: signed('17tok') } });
    expect(verify(mailgun, { secret: 'key', body: bodyOf('tok') })).toMatchObject(verified);
    expect(verify(mailgun, { secret: 'key', body: bodyOf('kot') })).toMatchObject(mismatch);
    expect(verify(mailgun, { secret: 'key', body: '{}' })).toMatchObject({ status: 'unsigned' });
  });

  it('is found in a query, a form field, and JSON in a form field', () => {
    const signature = signed('x');
    const rule = (place: object) =>
      ({ ...hmac, signature: place, signedContent: 'x', timestamp: null }) as Rule;
    const style = { style: 'plain' };
    const secret = 'key';
    const query = rule({ in: 'query', name: 's', ...style });
    expect(verify(query, { secret, target: `/?s=${signature}` })).toMatchObject(verified);
    const form = rule({ in: 'form', name: 's', ...style });
    expect(verify(form, { secret, headers: [FORM], body: `s=${signature}` })).toMatchObject(
      verified,
    );
    const inner = rule({ in: 'form-json', name: 'j', path: '$.s', ...style });
    const body = new URLSearchParams({ j: JSON.stringify({ s: signature }) }).toString();
    expect(verify(inner, { secret, headers: [FORM], body })).toMatchObject(verified);
  });

  it('may stand in a list by its place, behind the time', () => {
    const recurly: Rule = {
      ...hmac,
      signature: { in: 'header', name: 'recurly-signature', style: 'positional', separator: ',' },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: null },
    };
    const headers: HeaderList = [['recurly-signature', `17,${signed('no')},${signed('17.{}')}`]];
    expect(verify(recurly, { secret: 'key', headers, body: '{}' })).toMatchObject(verified);
  });
});

describe('a token', () => {
  const rule: Rule = { scheme: 'token', token: { in: 'header', name: 'X-Gitlab-Token' } };

  it('is the secret itself, and says what it does not protect', () => {
    const headers: HeaderList = [['X-Gitlab-Token', 's3cret']];
    const verdict = verify(rule, { secret: 's3cret', headers });
    expect(verdict).toMatchObject(verified);
    expect(verdict.warnings.join()).toContain('signs nothing');
    expect(JSON.stringify(verdict)).not.toContain('s3cret');
    expect(verify(rule, { secret: 's3cre', headers })).toMatchObject(mismatch);
    expect(verify(rule, { secret: 's3cret' })).toMatchObject({ status: 'unsigned' });
  });

  it('is never an empty secret', () => {
    for (const value of ['', ',', 'a,']) {
      const headers: HeaderList = [['X-Gitlab-Token', value]];
      expect(verify(rule, { secret: '', headers }).status).toBe('failed');
    }
  });

  it('may hold a comma, and text beyond ASCII', () => {
    for (const [secret, value] of [
      ['a,b, c', 'a,b, c'],
      ['a,b', 'a,b, a,b'],
      ['é☕', Buffer.from('é☕').toString('latin1')],
      ['é', 'é'],
    ] as const) {
      const headers: HeaderList = [['X-Gitlab-Token', value]];
      const verdict = verify(rule, { secret, headers });
      expect([value, verdict.status]).toEqual([
        value,
        value === 'a,b, a,b' ? 'failed' : 'verified',
      ]);
    }
    expect(verify(rule, { secret: 'a', headers: [['X-Gitlab-Token', 'a, a']] })).toMatchObject(
      verified,
    );
  });

  it('may be a password of basic authentication', () => {
    const headers: HeaderList = [['Authorization', 'Basic dXNlcjpwYXNz']];
    expect(verify({ scheme: 'basic-auth' }, { secret: 'user:pass', headers })).toMatchObject(
      verified,
    );
    expect(verify({ scheme: 'basic-auth' }, { secret: 'user:word', headers })).toMatchObject(
      mismatch,
    );
  });
});

it('does not judge what a provider does not sign', () => {
  const verdict = verify({ scheme: 'none', instead: 'Ask its API.' }, { secret: 'x' });
  expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-signature' });
  expect(verdict.hint).toContain('Ask its API.');
});

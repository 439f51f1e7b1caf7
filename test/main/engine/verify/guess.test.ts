// Which provider a request looks like, and what must not be guessed.

import { describe, expect, it } from 'vitest';
import { guessProviders } from '../../../../src/main/engine/verify/guess.ts';
import { findProvider } from '../../../../src/main/engine/verify/providers.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { exampleSecret, PROVIDER_IDS, signedRequest } from '../../../support/signed-requests.ts';
import { VECTORS } from './vectors.ts';

const guess = (
  headers: HeaderList,
  body: string | Buffer = '',
  target = '/hook',
  method = 'POST',
) =>
  guessProviders({ method, target, headers, body: { kind: 'memory', bytes: Buffer.from(body) } });
const hex = 'a'.repeat(64);

it.each(PROVIDER_IDS)('recognises %s', (provider) => {
  const { headers, body } = signedRequest(provider, { secret: exampleSecret(provider) });
  const [first] = guess(headers, body);
  expect(first?.provider).toBe(provider);
  expect(first?.reason).toMatch(/^it/);
});

it('has the right one among its guesses for the published vectors, by their headers alone where they are signed there', () => {
  // GitHub's has no other header, and many have an X-Signature as Modern Treasury has; Lithic and
  // OpenAI send what Standard Webhooks prescribes, and nothing else.
  const ambiguous = new Set(['github', 'lithic', 'modern-treasury', 'openai']);
  for (const { provider, headers, body } of VECTORS.filter(({ made }) => made === 'published')) {
    const rule = findProvider(provider)?.rules[0];
    const place = rule && 'signature' in rule ? rule.signature.in : null;
    if (ambiguous.has(provider) || place === null || place === 'query') continue;
    expect(guess(headers, place === 'header' ? '' : body).map((each) => each.provider)).toContain(
      provider,
    );
  }
});

describe('a header that several providers use', () => {
  it('is judged by the form of its value', () => {
    expect(guess([['X-Webhook-Signature', `t=1,v1=${hex}`]])[0]?.provider).toBe('pocketbook');
    expect(guess([['X-Webhook-Signature', hex]])[0]?.provider).toBe('licensechain');
    expect(guess([['X-Webhook-Signature', 'eyJhbGciOiJIUzI1NiJ9.e30.x']])[0]?.provider).toBe(
      'netlify',
    );
  });

  it('weighs with what else is there', () => {
    const generic = guess([['X-Token', hex]]);
    expect(generic).toEqual([]);
    const named = guess([['X-Token', hex]], '{"event":"issued_certificate.updated"}');
    expect(named.map(({ provider }) => provider)).toEqual(['blockmark']);
    expect(named[0]?.reason).toBe(
      'it has an X-Token header of 64 hexadecimal digits and an event named issued_certificate.…',
    );
  });
});

describe('the body alone', () => {
  it.each([
    [
      'mailgun',
      `{"signature":{"timestamp":"1","token":"${'b'.repeat(50)}","signature":"${hex}"},"event-data":{"event":"opened"}}`,
    ],
    ['whatsapp', '{"object":"whatsapp_business_account","entry":[{"id":"1"}]}'],
    ['instagram', '{"object":"instagram","entry":[{"id":"1","time":1}]}'],
    ['messenger', '{"object":"page","entry":[{"time":1,"messaging":[{"sender":{"id":"1"}}]}]}'],
    ['meta', '{"object":"page","entry":[{"id":"1","time":1,"changes":[{"field":"feed"}]}]}'],
  ])('gives %s away', (provider, body) => {
    expect(guess([], body)[0]?.provider).toBe(provider);
  });

  it.each([
    [
      'dropbox-sign',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"event":{"event_hash":"${hex}"}}\r\n--b--\r\n`,
    ],
    [
      'mailgun',
      'application/x-www-form-urlencoded',
      `timestamp=1&token=${'b'.repeat(50)}&signature=${hex}`,
    ],
  ])('gives %s away in a form', (provider, type, body) => {
    expect(guess([['Content-Type', type]], body)[0]?.provider).toBe(provider);
  });
});

it('gives several for a header that says no more than how it is signed', () => {
  const found = guess([['X-Hub-Signature-256', `sha256=${hex}`]]).map(({ provider }) => provider);
  expect(found.slice(0, 2)).toEqual(['hmac', 'github']);
  expect(found).toEqual(expect.arrayContaining(['github', 'meta', 'whatsapp', 'messenger']));
  const shared = guess([['X-Signature', hex]]);
  expect(shared[0]?.provider).toBe('hmac');
  expect(shared).toContainEqual({
    provider: 'modern-treasury',
    name: 'Modern Treasury',
    reason: 'it has an X-Signature header, as others have',
  });
});

it('names a header as it came, behind the right article', () => {
  expect(guess([['X-Shopify-Topic', 'orders/create']])[0]?.reason).toBe(
    'it has an X-Shopify-Topic header',
  );
  expect(guess([['x-zm-signature', `v0=${hex}`]])[0]?.reason).toBe(
    'it has an x-zm-signature header',
  );
});

it('puts the best guess first', () => {
  const both = guess([
    ['X-Slack-Signature', `v0=${hex}`],
    ['X-GitHub-Event', 'push'],
    ['X-GitHub-Delivery', '1'],
  ]);
  expect(both.map(({ provider }) => provider)).toEqual(['github', 'slack']);
});

it('falls back to what looks like an HMAC', () => {
  const [first] = guess([
    ['Content-Type', 'application/json'],
    ['X-Acme-Signature', `sha256=${hex}`],
  ]);
  expect(first).toEqual({
    provider: 'hmac',
    name: 'Generic HMAC',
    reason: 'its X-Acme-Signature header holds 64 hexadecimal digits, like an HMAC-SHA256',
  });
});

it('guesses nothing from an ordinary request', () => {
  expect(
    guess(
      [
        ['User-Agent', 'curl/8'],
        ['Accept', '*/*'],
      ],
      '{"id":"1","type":"x"}',
    ),
  ).toEqual([]);
});

it('reads the beginning of a body that is cut', () => {
  const cut = '{"type":"core.ethereum_mainnet","request_id":"8d30","data":{"x":"';
  expect(guess([], cut)[0]?.provider).toBe('bloock');
});

describe('the query', () => {
  it.each([
    ['wecom', '/hook?msg_signature=aa&timestamp=1&nonce=2'],
    ['x-twitter', '/hook?crc_token=abc'],
    ['braintree', '/?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53'],
    ['meta', '/hook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock'],
    [
      'youtube-websub',
      '/hook?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example&hub.challenge=1',
    ],
    ['linkedin', '/hook?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0&applicationId=1'],
    ['microsoft-graph', '/hook?validationToken=Validation%3A%20Testing'],
    ['atlassian-connect', '/hook?jwt=eyJhbGciOiJIUzI1NiJ9.e30.x'],
    ['twilio', `/hook?bodySHA256=${hex}`],
  ])('gives %s away', (provider, target) => {
    expect(guess([], '', target)[0]?.provider).toBe(provider);
    expect(guess([], '')).toEqual([]);
  });

  it('gives several, where several ask in the same way', () => {
    const found = guess([], '', '/hook?challenge=abc123', 'GET').map(({ provider }) => provider);
    expect(found).toEqual(['dropbox', 'nylas']);
  });

  it('weighs with the body where its name is anyone’s', () => {
    expect(guess([], '', '/hook?token=secret')).toEqual([]);
    const event = '{"event":"track_updated","data":{}}';
    expect(guess([], event, '/hook?token=secret')[0]).toMatchObject({
      provider: 'shippo',
      reason: 'it has a token in its query and an event of Shippo',
    });
    const record = '{"RecordType":"Bounce","MessageStream":"outbound"}';
    expect(guess([], record, '/hook?token=secret')[0]?.provider).toBe('postmark');
  });

  it('is looked at only as far as a clue needs, whatever its length', () => {
    expect(guess([], '', `/hook?crc_token=${'a'.repeat(60_000)}`)[0]?.provider).toBe('x-twitter');
    expect(guess([], '', '/hook?%E0%A4%A=%&&==?#')).toEqual([]);
  });
});

// Every cause there is has a fault here that is made for real, and a near miss that must not be blamed on
// it. A cause that is added does not compile without its two.

import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import type { Knowledge } from '../../../../../src/main/engine/verify/doctor/case.ts';
import { diagnose } from '../../../../../src/main/engine/verify/doctor/diagnose.ts';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import type { FindingCause } from '../../../../../src/shared/model.ts';
import { ARRIVAL, NOON, type Setting, verdictOf } from '../judging.ts';
import { causesOf, hexHmac, SECONDS, sent } from './doctoring.ts';

const KEY = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const HOUR_MS = 3_600_000;

type Causes = FindingCause[] | Promise<FindingCause[]>;

interface Github {
  /** What GitHub signed with which secret. */
  signed?: string | Buffer;
  key?: string | Buffer;
  /** What came, and the secret that is set. */
  came?: string | Buffer;
  pasted?: string;
  header?: string;
  write?: (hex: string) => string;
  hash?: string;
  knowledge?: Partial<Knowledge>;
  type?: string;
}

function github(fault: Github): FindingCause[] {
  const { signed = '{"a":1}', key = KEY, came = signed, pasted = KEY, hash = 'sha256' } = fault;
  const { header = 'X-Hub-Signature-256', write = (hex: string) => `sha256=${hex}` } = fault;
  const headers: HeaderList = [
    ['Content-Type', fault.type ?? 'application/json'],
    [header, write(hexHmac(hash, key, signed))],
  ];
  const setting = { provider: 'github', secrets: [pasted] };
  return causesOf({ headers, body: came }, setting, fault.knowledge);
}

const other = 'a secret of somebody else';
const form = 'application/x-www-form-urlencoded';

/** Stripe's signature of a time that is written so, as it arrives. */
function stripe(stamp: string, more: Partial<Setting> = {}, signedStamp = stamp): FindingCause[] {
  const v1 = hexHmac('sha256', KEY, `${signedStamp}.{}`);
  const headers: HeaderList = [['Stripe-Signature', `t=${stamp},v1=${v1}`]];
  return causesOf({ headers, body: '{}' }, { provider: 'stripe', secrets: [KEY], ...more });
}

function slack(times: string[], signatures: string[]): FindingCause[] {
  const headers: HeaderList = [
    ...times.map((time): [string, string] => ['X-Slack-Request-Timestamp', time]),
    ['X-Slack-Signature', signatures.join(', ')],
  ];
  return causesOf({ headers, body: '{}' }, { provider: 'slack', secrets: [KEY] });
}

const slackSignature = (body: string) => `v0=${hexHmac('sha256', KEY, `v0:${SECONDS}:${body}`)}`;

function square(url: string): FindingCause[] {
  const signature = createHmac('sha256', KEY).update(`${url}{}`).digest('base64');
  const headers: HeaderList = [['x-square-hmacsha256-signature', signature]];
  const message = { url: 'https://a.example/hook', headers, body: '{}' };
  return causesOf(message, { provider: 'square', secrets: [KEY] });
}

function standard(signedId: string): FindingCause[] {
  const secret = `whsec_${KEY}`;
  const signature = createHmac('sha256', Buffer.from(KEY, 'base64'))
    .update(`${signedId}.${SECONDS}.{}`)
    .digest('base64');
  const headers: HeaderList = [
    ['webhook-id', 'msg_1'],
    ['X-Request-Id', 'req_2'],
    ['webhook-timestamp', String(SECONDS)],
    ['webhook-signature', `v1,${signature}`],
  ];
  return causesOf({ headers, body: '{}' }, { provider: 'standard-webhooks', secrets: [secret] });
}

async function netlify(issuer: string, key: string): Promise<FindingCause[]> {
  const sha256 = createHash('sha256').update('{}').digest('hex');
  const token = await new SignJWT({ iss: issuer, sha256 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(createSecretKey(Buffer.from(key)));
  const headers: HeaderList = [['X-Webhook-Signature', token]];
  return causesOf({ headers, body: '{}' }, { provider: 'netlify', secrets: [KEY] });
}

/** Judged with the one secret, and looked at again with the other. */
function judgedBefore(now: string): FindingCause[] {
  const { headers, body } = sent('github', '{}', KEY);
  const verdict = verdictOf({ headers, body }, { provider: 'github', secrets: [other] });
  const question = {
    request: {
      method: 'POST',
      target: '/',
      headers,
      body: { kind: 'memory' as const, bytes: body },
    },
    config: {
      ...{ provider: 'github', providerOptions: {}, toleranceSeconds: null },
      secrets: [{ label: 'now', value: now }],
    },
    receivedAt: ARRIVAL,
    verdict,
  };
  return diagnose(question, Number.POSITIVE_INFINITY, () => 0).findings.map(({ cause }) => cause);
}

function mode(livemode: boolean): FindingCause[] {
  const { headers, body } = sent('stripe', JSON.stringify({ livemode }), KEY);
  const secrets = [{ label: 'test', value: 'whsec_another' }];
  return causesOf({ headers, body }, { provider: 'stripe', secrets });
}

const bare = (headers: HeaderList) =>
  causesOf({ headers, body: '{}' }, { provider: 'github', secrets: [KEY] });

const neighbours = [{ endpoint: 'Shop', label: 'shop', value: KEY }];
const former = [{ label: 'spring', value: KEY }];
const compact = '{"a":1,"b":"x"}';
const indented = JSON.stringify(JSON.parse(compact), null, 2);

const CASES: Record<FindingCause, readonly [fault: () => Causes, nearMiss: () => Causes]> = {
  'secret-whitespace': [
    () => github({ pasted: `${KEY}\n` }),
    () => github({ pasted: `${other}\n` }),
  ],
  'secret-of-another-endpoint': [
    () => github({ pasted: other, knowledge: { neighbours } }),
    () => github({ pasted: other, key: 'a third', knowledge: { neighbours } }),
  ],
  'secret-previous': [
    () => github({ pasted: other, knowledge: { former } }),
    () => github({ pasted: other, key: 'a third', knowledge: { former } }),
  ],
  'secret-encoding': [
    () => github({ key: Buffer.from(KEY, 'base64') }),
    () => github({ key: Buffer.from(KEY.toLowerCase(), 'base64') }),
  ],
  'secret-prefix': [
    () => github({ pasted: `whsec_${KEY}` }),
    () => github({ pasted: `whsec_${other}` }),
  ],
  'secret-kind': [() => github({ pasted: 'ghp_abcdefghijklmn' }), () => github({ pasted: other })],
  'secret-mode': [() => mode(true), () => mode(false)],
  'settings-changed': [() => judgedBefore(KEY), () => judgedBefore('a third')],
  'body-reserialised': [
    () => github({ signed: compact, came: indented }),
    () => github({ signed: compact, came: indented.replace('1', '2') }),
  ],
  'body-trailing-newline': [
    () => github({ came: '{"a":1}\n' }),
    () => github({ came: '{"a":2}\n' }),
  ],
  'body-bom': [() => github({ came: '\ufeff{"a":1}' }), () => github({ came: '\ufeff{"a":2}' })],
  'body-line-endings': [
    () => github({ signed: 'a\r\nb', came: 'a\nb' }),
    () => github({ signed: 'a\r\nb', came: 'a\nc' }),
  ],
  'body-charset': [
    () => github({ signed: 'né', came: Buffer.from('né', 'latin1') }),
    () => github({ signed: 'né', came: Buffer.from('nè', 'latin1') }),
  ],
  'body-compression': [
    () => github({ signed: 'a text', came: gzipSync('a text') }),
    () => github({ signed: 'a text', came: gzipSync('another') }),
  ],
  'form-order': [
    () => github({ type: form, signed: 'a=1&b=2', came: 'b=2&a=1' }),
    () => github({ type: form, signed: 'a=1&b=2', came: 'b=2&a=3' }),
  ],
  'timestamp-stale': [
    () => stripe(String(SECONDS), { receivedAt: NOON + HOUR_MS }),
    () => stripe(String(SECONDS), { receivedAt: NOON + 300_999 }),
  ],
  'timestamp-future': [
    () => stripe(String(SECONDS), { receivedAt: NOON - HOUR_MS }),
    () => stripe(String(SECONDS), { receivedAt: NOON - 299_000 }),
  ],
  'timestamp-unit': [
    () => stripe(String(NOON), { tolerance: null }, String(SECONDS)),
    () => stripe(String(SECONDS), {}, String(SECONDS + 1)),
  ],
  'timestamp-missing': [
    () => slack([], [slackSignature('{}')]),
    () => slack([String(SECONDS)], [slackSignature('{"a":1}')]),
  ],
  algorithm: [
    () => github({ hash: 'sha512', write: (hex) => `sha512=${hex}` }),
    () => github({ hash: 'sha512', write: (hex) => `sha512=${hex}`, pasted: other }),
  ],
  'signed-content': [
    () => github({ signed: '', came: '{"a":1}' }),
    () => github({ signed: '{"b":2}', came: '{"a":1}' }),
  ],
  'signature-encoding': [
    () => github({ write: (hex) => `sha256=${Buffer.from(hex, 'hex').toString('base64')}` }),
    () => github({ write: (hex) => `sha256=${[...hex].reverse().join('')}` }),
  ],
  'signature-truncated': [
    () => github({ write: (hex) => `sha256=${hex.slice(0, 40)}` }),
    () => github({ write: (hex) => `sha256=${hex.slice(0, 8)}` }),
  ],
  'header-renamed': [
    () => github({ header: 'X-Webhook-Check' }),
    () => github({ header: 'X-Webhook-Check', came: '{"a":2}' }),
  ],
  'header-missing': [
    () => bare([['X-GitHub-Event', 'push']]),
    () => bare([['X-Hub-Signature-256', 'sha256=?']]),
  ],
  'headers-merged': [
    () => slack([`${SECONDS - 9}, ${SECONDS}`], [slackSignature('{}')]),
    () => slack([`${SECONDS - 9}, ${SECONDS}`], [slackSignature('{"a":1}')]),
  ],
  'url-variant': [() => square('http://a.example/hook'), () => square('https://b.example/hook')],
  'id-header': [() => standard('req_2'), () => standard('req_3')],
  claim: [() => netlify('somebody', KEY), () => netlify('somebody', other)],
  'other-provider': [
    () => causesOf(sent('stripe', '{}', KEY), { provider: 'github', secrets: [KEY] }),
    () => causesOf(sent('stripe', '{}', KEY), { provider: 'github', secrets: [other] }),
  ],
  unknown: [() => github({ key: other }), () => github({ came: '{"a":1}\n' })],
};

it.each(Object.entries(CASES))(
  '%s is found, and a near miss is not blamed on it',
  async (cause, [fault, nearMiss]) => {
    expect(await fault()).toContain(cause);
    expect(await nearMiss()).not.toContain(cause);
  },
);

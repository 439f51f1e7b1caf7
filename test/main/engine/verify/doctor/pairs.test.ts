// Two faults at once: each alone explains nothing, both together do, and are told with one proof.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import type { Finding } from '../../../../../src/shared/model.ts';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { causesOf, diagnosed, findingsOf, SECONDS, sent } from './doctoring.ts';

const secret = exampleSecret('stripe');
const compact = '{"a":1,"b":[1,2]}';
const indented = JSON.stringify(JSON.parse(compact), null, 2);
const former = [{ label: 'spring', value: secret }];

/** Stripe signed `compact`; another body arrived. */
const arrived = (body: string) => ({ headers: sent('stripe', compact).headers, body });
const pasted = (value: string) => ({ provider: 'stripe', secrets: [value] });

function told(findings: readonly Finding[]): string {
  const [proof] = new Set(findings.map((finding) => finding.proof));
  expect(findings.every((finding) => finding.proof === proof)).toBe(true);
  return proof ?? '';
}

describe('two faults at once', () => {
  it('are found: a secret with a line break, and JSON that was written anew', () => {
    const findings = findingsOf(arrived(indented), pasted(`${secret}\n`));
    expect(findings).toMatchObject([
      { cause: 'secret-whitespace', side: 'here' },
      { cause: 'body-reserialised', side: 'between', excerpt: { at: 1, added: '0a2020' } },
    ]);
    expect(told(findings)).toBe(
      'The signature matches only with both together: the secret once that is removed, and the same JSON written without white space.',
    );
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it('are found: an earlier secret, and a final newline', () => {
    const findings = findingsOf(arrived(`${compact}\n`), pasted('whsec_new'), { former });
    expect(findings.map(({ cause }) => cause)).toEqual([
      'secret-previous',
      'body-trailing-newline',
    ]);
    expect(told(findings)).toContain('that earlier secret, and the same body without its final');
  });

  it('are found: an earlier secret, and another URL', () => {
    const url = 'https://shop.example/hooks';
    const key = 'sq-earlier-key';
    const signature = createHmac('sha256', key).update(`${url}/{}`).digest('base64');
    const headers: HeaderList = [['x-square-hmacsha256-signature', signature]];
    const setting = { provider: 'square', secrets: ['sq-new'] };
    const findings = findingsOf({ headers, body: '{}', url }, setting, {
      former: [{ label: 'spring', value: key }],
    });
    expect(findings.map(({ cause }) => cause)).toEqual(['secret-previous', 'url-variant']);
  });

  it('are found: quotes around the secret, and the time in another unit', () => {
    const key = exampleSecret('slack');
    const { body } = sent('slack', '{}');
    const signed = createHmac('sha256', key).update(`v0:${SECONDS}:`).update(body).digest('hex');
    const headers: HeaderList = [
      ['X-Slack-Request-Timestamp', String(SECONDS * 1000)],
      ['X-Slack-Signature', `v0=${signed}`],
    ];
    const setting = { provider: 'slack', secrets: [`"${key}"`] };
    expect(causesOf({ headers, body }, setting).slice(0, 2)).toEqual([
      'secret-whitespace',
      'timestamp-unit',
    ]);
  });

  it('are found: a secret with a line break, and numbers that were written in another way', () => {
    const signed = '{"parcel":{"weight":614.0}}';
    const hex = createHmac('sha256', 'the key').update(signed).digest('hex');
    const headers: HeaderList = [['X-Hmac-Signature', `hmac-sha256-hex=${hex}`]];
    const message = { headers, body: signed.replace('.0', '') };
    expect(causesOf(message, { provider: 'easypost', secrets: ['the key\n'] })).toEqual([
      'secret-whitespace',
      'body-reserialised',
    ]);
  });

  it('are not blamed where only one of them is there', () => {
    expect(causesOf(arrived(compact), pasted(`${secret} `))).toEqual(['secret-whitespace']);
    expect(causesOf(arrived(indented), pasted(secret))).toEqual(['body-reserialised']);
  });

  it('are not blamed where the content is another one, too', () => {
    const [finding] = findingsOf(arrived('{ "a": 2 }'), pasted(`${secret} `));
    expect(finding).toMatchObject({ cause: 'unknown' });
    expect(finding?.proof).toContain('a wrong secret and a change on the way together');
  });

  it('say both in the hint', () => {
    const { hint, findings } = diagnosed(arrived(indented), pasted(`${secret}\n`));
    for (const { message, fix } of findings) expect(hint).toContain(`${message} ${fix}`);
  });
});

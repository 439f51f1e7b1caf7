// The providers that have a request made by hand, by other code than ours: it is verified, and each way
// of tampering has its own verdict. For all the others see catalogue.test.ts.

import { describe, expect, it } from 'vitest';
import { findProvider, PROVIDERS } from '../../../../src/main/engine/verify/providers.ts';
import { exampleSecret, PROVIDER_IDS, signedRequest } from '../../../support/signed-requests.ts';
import { ANATOMY, checkList } from './anatomy.ts';
import { ARRIVAL, changed, checksOf, detailOf, NOON, verdictOf } from './judging.ts';

/** Another character in the first place, which is a different value in every encoding. */
const otherSignature = (text: string) => `${text.startsWith('a') ? 'b' : 'a'}${text.slice(1)}`;

it('has an anatomy for every request made by hand, and no provider that is none', () => {
  expect(Object.keys(ANATOMY).sort()).toEqual([...PROVIDER_IDS].sort());
  for (const id of PROVIDER_IDS) expect(findProvider(id)?.id).toBe(id);
  expect(findProvider('nobody')).toBeNull();
});

it.each(PROVIDERS.map(({ id, sender, name }) => [id, sender ?? name]))(
  'calls %s by a short name in sentences',
  (_, sender) => expect(sender).toMatch(/^[^(/]{1,28}$/),
);

describe.each(PROVIDER_IDS)('%s', (provider) => {
  const anatomy = ANATOMY[provider]!;
  const { signatureHeader, signature, timestamp, coversBody } = anatomy;
  const secret = exampleSecret(provider);
  const genuine = () => signedRequest(provider, { secret, at: NOON });
  const judged = (message: { headers: [string, string][]; body: Buffer }, receivedAt = ARRIVAL) =>
    verdictOf(message, { provider, secrets: [secret], receivedAt });
  /** GitHub sends a second, older signature; what happens to the first is what is looked at. */
  const without = (headers: [string, string][], name: string) =>
    headers.filter(([other]) => other !== name && other !== 'X-Hub-Signature');
  const time = timestamp !== null || provider === 'licensechain' ? ['timestamp'] : [];
  const all = (...failing: string[]) => checkList(time, failing);

  it('verifies what the provider signed, and names the secret', () => {
    const verdict = judged(genuine());
    expect(verdict).toMatchObject({
      status: 'verified',
      reason: null,
      hint: null,
      secretLabel: 'current',
    });
    expect(checksOf(verdict)).toBe(all());
  });

  it('verifies with the previous secret during a rotation, and says which one it was', () => {
    const verdict = verdictOf(genuine(), {
      provider,
      secrets: [
        { label: 'current', value: 'whsec_bmV3IHNlY3JldCBhZnRlciB0aGUgcm90YXRpb24=' },
        { label: 'previous', value: secret },
      ],
    });
    expect(verdict).toMatchObject({ status: 'verified', secretLabel: 'previous' });
    expect(detailOf(verdict, 'signature')).toBe('matches the secret "previous"');
  });

  it(`${coversBody ? 'refuses' : 'cannot see'} a changed body`, () => {
    const { headers, body } = genuine();
    body[body.length - 1] = body[body.length - 1]! ^ 1;
    const verdict = judged({ headers, body });
    if (coversBody) {
      expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
      expect(verdict.secretLabel).toBeNull();
      expect(checksOf(verdict)).toBe(all('signature'));
    } else {
      expect(verdict.status).toBe('verified');
      expect(verdict.warnings.join()).toContain('neither the body nor replay is protected');
    }
  });

  it('refuses another secret, and says to compare it with what the provider shows', () => {
    const other = 'whsec_YW5vdGhlciBlbmRwb2ludCdzIHNlY3JldA==';
    const verdict = verdictOf(genuine(), { provider, secrets: [other] });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(verdict.hint).toContain('"current"');
    const { name, sender = name } = findProvider(provider)!;
    expect(verdict.hint).toContain(sender);
    expect(checksOf(verdict)).toBe(all('signature'));
  });

  it('refuses a changed signature', () => {
    const { headers, body } = genuine();
    const forged = changed(headers, signatureHeader, (v) => v.replace(signature, otherSignature));
    const verdict = judged({ headers: forged, body });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    expect(checksOf(verdict)).toBe(all('signature'));
  });

  it.each([
    ['cut short', (value: string) => value.replace(signature, (text) => text.slice(0, 12))],
    ['of the wrong characters', (value: string) => value.replace(signature, 'z?'.repeat(22))],
    ['empty', () => ''],
  ])('calls a signature that is %s malformed', (_, change) => {
    const { headers, body } = genuine();
    const verdict = judged({ headers: changed(headers, signatureHeader, change), body });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-malformed' });
    expect(verdict.hint).toContain(signatureHeader);
    expect(checksOf(verdict)).toMatch(/^header-present\+ well-formed-/);
    expect(checksOf(verdict)).not.toContain('signature');
  });

  it('calls a request without the signature header unsigned', () => {
    const { headers, body } = genuine();
    const verdict = judged({ headers: without(headers, signatureHeader), body });
    expect(verdict).toMatchObject({ status: 'unsigned', reason: 'signature-missing' });
    expect(detailOf(verdict, 'header-present')).toBe(`no ${signatureHeader} header`);
    expect(verdict.hint).toContain(`no ${signatureHeader} header`);
  });

  it('is not checked without a secret, but says what can be said', () => {
    const verdict = verdictOf(genuine(), { provider });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-secret', secretLabel: null });
    expect(checksOf(verdict)).toBe(all().replace(' signature+', ''));
  });

  it('reads the signature header whatever its case', () => {
    const { headers, body } = genuine();
    const upper = headers.map(([name, value]): [string, string] => [name.toUpperCase(), value]);
    expect(judged({ headers: upper, body }).status).toBe('verified');
  });

  it('still verifies when a proxy doubled the headers or joined them', () => {
    const { headers, body } = genuine();
    expect(judged({ headers: headers.flatMap((pair) => [pair, pair]), body }).status).toBe(
      'verified',
    );
    const joined = headers.map(([name, value]): [string, string] => [name, `${value}, ${value}`]);
    expect(judged({ headers: joined, body }).status).toBe('verified');
  });

  it('verifies when a forged signature comes before the genuine one', () => {
    const { headers, body } = genuine();
    const forged = changed(headers, signatureHeader, (value) =>
      value.replace(signature, otherSignature),
    ).filter(([name]) => name === signatureHeader);
    const verdict = judged({ headers: [...forged, ...headers], body });
    expect(verdict.status).toBe('verified');
  });

  it('never shows the secret or a signature that would be right', () => {
    const { headers, body } = genuine();
    const right = signature.exec(headers.find(([name]) => name === signatureHeader)![1])![0];
    const forged = changed(headers, signatureHeader, (value) =>
      value.replace(signature, (text) => text.replace(/[^=]/g, 'a')),
    );
    const verdict = judged({ headers: without(forged, 'no such header'), body });
    expect(verdict.reason).toBe('signature-mismatch');
    const shown = JSON.stringify(verdict);
    expect(shown).not.toContain(secret);
    for (let at = 0; at + 8 <= right.length; at++) {
      expect(shown).not.toContain(right.slice(at, at + 8));
    }
  });
});

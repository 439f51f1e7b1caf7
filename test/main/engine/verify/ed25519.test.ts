// Asymmetric signatures: the endpoint holds the public key only.

import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519 } from '../../../../src/main/engine/verify/ed25519.ts';
import { ARRIVAL, checksOf, NOON, verdictOf } from './judging.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const secret = `whpk_${raw.toString('base64')}`;
const body = Buffer.from('{"type":"contact.created"}');
const signature = sign(null, Buffer.from(`msg_1.${NOON / 1000}.${body}`), privateKey);
const headersWith = (value: string): [string, string][] => [
  ['webhook-id', 'msg_1'],
  ['webhook-timestamp', String(NOON / 1000)],
  ['webhook-signature', value],
];
const v1a = `v1a,${signature.toString('base64')}`;
const judged = (value: string, key = secret) =>
  verdictOf(
    { headers: headersWith(value), body },
    { provider: 'standard-webhooks', secrets: [key], receivedAt: ARRIVAL },
  );

describe('an asymmetric signature of Standard Webhooks', () => {
  it('is verified with the public key', () => {
    expect(judged(v1a)).toMatchObject({
      status: 'verified',
      scheme: 'Ed25519 of {id}.{timestamp}.{body}',
      secretLabel: 'current',
    });
    expect(judged(`v1,${'A'.repeat(43)}= ${v1a}`).status).toBe('verified');
  });

  it('is refused when it is another, or spelled in another way', () => {
    const other = Buffer.from(signature);
    other[0] = other[0]! ^ 1;
    expect(judged(`v1a,${other.toString('base64')}`).reason).toBe('signature-mismatch');
    expect(judged(v1a.replace(/=+$/, '')).reason).toBe('signature-malformed');
    expect(judged('v1a,AAAA').reason).toBe('signature-malformed');
  });

  it('asks for the public key when a symmetric secret is set', () => {
    const verdict = judged(v1a, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    expect(verdict.reason).toBe('signature-mismatch');
    expect(verdict.hint).toContain('whpk_');
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ timestamp+ signature-');
  });
});

it('takes 32 bytes for a key, and nothing else', () => {
  const algorithm = ed25519({
    encoding: 'hex',
    publicKey: { prefix: 'whpk_', encoding: 'base64' },
  });
  if ('problem' in algorithm) throw new Error(algorithm.problem);
  expect(algorithm.readKey(secret)).not.toBeNull();
  expect(algorithm.readKey(secret.slice(0, -8))).toBeNull();
  expect(algorithm.readKey(raw.toString('base64'))).toBeNull();
});

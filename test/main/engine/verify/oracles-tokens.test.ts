// Tokens that Atlassian's own library makes and reads, which ours must agree with.

import {
  createQueryStringHash,
  decodeSymmetric,
  encodeSymmetric,
  fromMethodAndUrl,
  SymmetricAlgorithm,
} from 'atlassian-jwt';
import { describe, expect, it } from 'vitest';
import { compileProvider } from '../../../../src/main/engine/verify/compile.ts';
import { findProvider } from '../../../../src/main/engine/verify/index.ts';
import type { Provider } from '../../../../src/main/engine/verify/provider.ts';
import { ARRIVAL, NOON, verdictOf } from './judging.ts';

const SECRET = 'the shared secret';
const BASE = 'https://app.example/connect';
const setting = {
  ...{ provider: 'atlassian-connect', options: { baseUrl: BASE }, secrets: [SECRET] },
  receivedAt: ARRIVAL,
};

describe.each([
  '/connect/hook',
  '/connect/hook/',
  '/connect',
  '/connect/a&b?x=y',
  '/connect/hook?b=2&a=1&jwt=t',
  '/connect/hook?a=z&a=b%20c',
  '/connect/hook?a=(1)*!%27~+y&e=&f',
  '/connect/hook?%C3%BC=%C3%A9',
  '/other?a=1',
])('Atlassian at %s', (target) => {
  const url = `https://app.example${target}`;
  const qsh = createQueryStringHash(fromMethodAndUrl('POST', url), false, BASE);

  it('is verified as its own library signs, and not with one flipped character', () => {
    const token = encodeSymmetric({ iss: 'client', qsh }, SECRET, SymmetricAlgorithm.HS256);
    const verdictFor = (text: string) =>
      verdictOf({ url, headers: [['Authorization', `JWT ${text}`]], body: '{}' }, setting);
    expect(verdictFor(token)).toMatchObject({ status: 'verified', hint: null });
    const flipped = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1);
    expect(verdictFor(flipped).status).toBe('failed');
    expect(() => decodeSymmetric(flipped, SECRET, SymmetricAlgorithm.HS256)).toThrow();
  });

  it('is signed here as its own library expects', () => {
    const { judges } = compileProvider(findProvider(setting.provider) as Provider, setting.options);
    if ('problem' in judges) throw new Error(judges.problem);
    const signed = judges[0].sign({
      request: {
        ...{ method: 'POST', target, publicOrigin: 'https://app.example', headers: [] },
        body: { kind: 'memory', bytes: Buffer.from('{}') },
      },
      ...{ secret: SECRET, at: NOON, messageId: 'msg_1' },
    });
    if ('problem' in signed) throw new Error(signed.problem);
    const token = signed.headers[0]?.[1].replace('JWT ', '') ?? '';
    const claims = decodeSymmetric(token, SECRET, SymmetricAlgorithm.HS256);
    expect(claims).toMatchObject({ qsh, iat: NOON / 1000 });
  });
});

// The call `verify`, as programs make it.

import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract.ts';
import { testEngine } from '../../support/engine.ts';
import { signedRequest } from '../../support/signed-requests.ts';

const AT = '2026-03-04T12:00:00Z';
const SECRET = 'whsec_call';

function question(more: Partial<CallInput<'verify'>> = {}): CallInput<'verify'> {
  const { headers, body } = signedRequest('stripe', { secret: SECRET, at: Date.parse(AT) });
  const bodyBase64 = body.toString('base64');
  const request = { method: 'POST', url: 'https://shop.example/hooks', headers, bodyBase64 };
  return { provider: 'stripe', secrets: [SECRET], ...request, at: AT, ...more };
}

describe('the call verify', () => {
  it('answers the verdict on a request, by secrets with a name or without', async () => {
    const engine = await testEngine();
    expect(await engine.call('verify', question())).toMatchObject({
      ...{ status: 'verified', secretLabel: 'given', findings: [] },
    });
    const secrets = ['x', { label: 'mine', value: SECRET }];
    expect(await engine.call('verify', question({ secrets }))).toMatchObject({
      secretLabel: 'mine',
    });
    expect(await engine.call('verify', question({ secrets: [] }))).toMatchObject({
      ...{ status: 'unchecked', reason: 'no-secret' },
    });
    expect((await engine.call('deliveries.list', {})).items).toEqual([]);
  });

  it('judges the age as of now, or not at all', async () => {
    const engine = await testEngine();
    const { at: _, ...now } = question();
    expect(await engine.call('verify', now)).toMatchObject({ reason: 'timestamp-stale' });
    const off = { ...now, toleranceSeconds: null };
    expect(await engine.call('verify', off)).toMatchObject({ status: 'verified' });
  });

  it.each([
    [{ provider: 'nobody' }, 'no provider "nobody"'],
    [{ bodyBase64: '***' }, 'must be base64'],
    [{ at: 'yesterday' }, 'ISO 8601'],
    [{ providerOptions: { x: 'y' } }, 'no option "x"'],
    [{ secrets: [''] }, 'secrets.0'],
  ])('refuses %j', async (wrong, words) => {
    const engine = await testEngine();
    await expect(engine.call('verify', question(wrong))).rejects.toMatchObject({
      ...{ code: 'bad-input', message: expect.stringContaining(words) },
    });
  });
});

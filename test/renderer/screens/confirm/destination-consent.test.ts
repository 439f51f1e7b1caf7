// Asking about a destination: when, and what happens after each answer.

import { describe, expect, it } from 'vitest';
import { withConsent } from '../../../../src/renderer/screens/confirm/destination-consent.ts';
import { CallError } from '../../../../src/shared/rpc.ts';

const unconfirmed = new CallError({ code: 'destination-unconfirmed', message: 'Not confirmed.' });

function host(refusals: Error[]) {
  let tries = 0;
  const work = () => {
    const refusal = refusals[tries++];
    return refusal === undefined ? Promise.resolve('done') : Promise.reject(refusal);
  };
  return { work, tries: () => tries };
}

describe('a call to a destination', () => {
  it('that the host takes is not asked about', async () => {
    const { work } = host([]);
    const ask = () => Promise.reject(new Error('asked'));
    expect(await withConsent(work, ask)).toEqual({ result: 'done' });
  });

  it('is done again once the user allowed it', async () => {
    const { work, tries } = host([unconfirmed]);
    expect(await withConsent(work, () => Promise.resolve(true))).toEqual({ result: 'done' });
    expect(tries()).toBe(2);
  });

  it('is not done again when the user said no', async () => {
    const { work, tries } = host([unconfirmed]);
    expect(await withConsent(work, () => Promise.resolve(false))).toBeNull();
    expect(tries()).toBe(1);
  });

  it('that fails for another reason fails without a question', async () => {
    const failure = new CallError({ code: 'conflict', message: 'Taken.' });
    const ask = () => Promise.reject(new Error('asked'));
    await expect(withConsent(host([failure]).work, ask)).rejects.toBe(failure);
  });

  it('is asked about once only', async () => {
    const { work } = host([unconfirmed, unconfirmed]);
    await expect(withConsent(work, () => Promise.resolve(true))).rejects.toBe(unconfirmed);
  });
});

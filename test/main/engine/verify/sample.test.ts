// Sample deliveries: every event of every provider is fresh, complete and verified.

import { describe, expect, it } from 'vitest';
import {
  findProvider,
  providerInfos,
  type Sample,
  signSample,
} from '../../../../src/main/engine/verify/index.ts';
import { exampleSecret, PROVIDER_IDS } from '../../../support/signed-requests.ts';
import { interpreted, NOON } from './judging.ts';

let count = 0;
const newId = () => `id-${++count}`;
const request = (provider: string, eventType: string | null = null) => ({
  provider,
  options: {},
  secret: exampleSecret(provider),
  eventType,
  at: NOON + 600,
  newId,
});
function sampleOf(...parts: Parameters<typeof request>): Sample {
  const sample = signSample(request(...parts));
  if ('problem' in sample) throw new Error(sample.problem);
  return sample;
}

const EVERY_EVENT = providerInfos()
  .filter(({ id }) => PROVIDER_IDS.includes(id))
  .flatMap(({ id, sampleEvents }) => sampleEvents.map((event): [string, string] => [id, event]));

describe.each(EVERY_EVENT)('the sample of %s %s', (provider, eventType) => {
  const sample = sampleOf(provider, eventType);
  const read = interpreted(sample, {
    provider,
    secrets: [exampleSecret(provider)],
    receivedAt: NOON + 2_000,
  });

  it('is verified, and is what it was asked for', () => {
    expect(read.verdict).toMatchObject({ status: 'verified', hint: null });
    expect(read.eventType).toBe(eventType);
    expect(sample).toMatchObject({ eventType, method: 'POST' });
    expect(sample.headers.filter(([name]) => name === 'Content-Type')).toHaveLength(1);
  });

  it('leaves no placeholder behind', () => {
    const text = `${sample.body}${JSON.stringify(sample.headers)}`;
    expect(text).not.toMatch(/\{(?:uuid|hex|digits|alnum|unix|iso|number|option)/);
  });
});

it('has fresh ids and times', () => {
  const first = sampleOf('stripe');
  const again = JSON.parse(sampleOf('stripe').body.toString());
  const event = JSON.parse(first.body.toString());
  expect(event.id).toMatch(/^evt_[0-9A-Za-z]{24}$/);
  expect(event.created).toBe(NOON / 1000);
  expect(again.id).not.toBe(event.id);
  expect(first.body.toString()).toContain('\n  "object": "event"');
});

it('tells the same message id in every place that has it', () => {
  for (const id of PROVIDER_IDS) {
    const sample = sampleOf(id);
    const { messageId } = interpreted(sample, { provider: id });
    if (findProvider(id)?.messageId !== null && id !== 'blockmark') {
      expect(messageId).not.toBeNull();
    }
  }
});

it('is unsigned without a secret', () => {
  const sample = signSample({ ...request('standard-webhooks'), secret: null });
  if ('problem' in sample) throw new Error(sample.problem);
  expect(sample.headers.map(([name]) => name)).toEqual(['Content-Type']);
});

it('follows the options of the endpoint', () => {
  const options = {
    header: 'X-Acme-Signature',
    hash: 'sha512',
    encoding: 'base64',
    prefix: 'v1=',
    signedContent: '{method}\\n{timestamp}.{header:X-Acme-Id}.{body}',
    timestampHeader: 'X-Acme-Time',
    keyEncoding: 'hex',
  };
  const sample = signSample({ ...request('hmac'), options, secret: '00ff' });
  if ('problem' in sample) throw new Error(sample.problem);
  const { verdict } = interpreted(sample, {
    provider: 'hmac',
    options,
    secrets: ['00ff'],
    receivedAt: NOON + 1_000,
  });
  expect(verdict).toMatchObject({
    status: 'verified',
    scheme: 'HMAC-SHA512 of {method}\\n{timestamp}.{header:X-Acme-Id}.{body}',
  });
});

describe('there is a problem in words', () => {
  it.each([
    ['an unknown event', { ...request('github'), eventType: 'nothing' }, 'push, pull_request'],
    ['an unknown provider', { ...request('github'), provider: 'nobody' }, '"nobody"'],
    ['a secret of another form', { ...request('standard-webhooks'), secret: '?' }, 'base64'],
    ['a bad option', { ...request('hmac'), options: { hash: 'md5' } }, 'md5'],
  ])('for %s', (_, wanted, words) => {
    expect(signSample(wanted)).toEqual({ problem: expect.stringContaining(words) });
  });
});

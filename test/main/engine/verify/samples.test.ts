// The samples that were written for a provider: each reads as the event that it is, verifies, and
// holds nothing that was forgotten.

import { describe, expect, it } from 'vitest';
import { type Sample, signSample } from '../../../../src/main/engine/verify/index.ts';
import { generateKeyPair } from '../../../../src/main/engine/verify/key-pair.ts';
import type { ProviderEntry } from '../../../../src/main/engine/verify/provider.ts';
import * as entries from '../../../../src/main/engine/verify/providers/index.ts';
import { interpreted, NOON } from './judging.ts';

/** What it sends names no event. */
const UNNAMED = ['airtable', 'braintree', 'telegram', 'wecom'];
/** What it sends is base64 of XML, in which nothing is filled in. */
const FIXED = ['braintree'];
const MOST_USED = [
  ...['stripe', 'github', 'shopify', 'slack', 'twilio', 'sendgrid', 'paypal', 'square', 'hubspot'],
  ...['zoom', 'discord', 'gitlab', 'bitbucket', 'jira', 'linear', 'notion', 'calendly', 'typeform'],
  ...['mailgun', 'postmark', 'resend', 'clerk', 'paddle', 'lemonsqueezy', 'razorpay', 'adyen'],
  ...['intercom', 'zendesk', 'vercel', 'netlify', 'meta', 'woocommerce', 'trello', 'twitch'],
  ...['openai', 'mailchimp', 'sentry', 'asana', 'whatsapp', 'pagerduty', 'telegram'],
];
const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const HEX = '00ff00ff00ff00ff';

const ENTRIES: ProviderEntry[] = Object.values(entries);
const url = { origin: 'https://shop.example', target: '/hooks' };
let count = 0;

function sampleOf(
  provider: string,
  eventType: string,
  secret: string | null,
  at = NOON + 600,
): Sample {
  const request = { provider, options: {}, secret, url, eventType, at };
  const sample = signSample({ ...request, newId: () => `id-${++count}` });
  if ('problem' in sample) throw new Error(sample.problem);
  return sample;
}

const WRITTEN = ENTRIES.flatMap(({ id, samples }) =>
  (samples?.events ?? []).map(({ eventType }): [string, string] => [id, eventType]),
);

it.each(MOST_USED)('there are at least three of %s', (provider) => {
  expect(WRITTEN.filter(([id]) => id === provider).length).toBeGreaterThanOrEqual(3);
});

/** What the endpoint has, and what the sender signs with. */
function keysOf({ id, rules: [rule] }: ProviderEntry): { publicKey: string; privateKey: string } {
  const secret = id === 'adyen' ? HEX : SECRET;
  return generateKeyPair(rule) ?? { publicKey: secret, privateKey: secret };
}

/** Those whose keys are fetched, or come with a token, have tests of their own. */
function hasFetchedKey({ rules: [rule] }: ProviderEntry): boolean {
  return 'keysAt' in rule || (rule.scheme === 'jwt' && rule.algs?.[0] !== 'HS256');
}

function entryOf(provider: string): ProviderEntry {
  return ENTRIES.find(({ id }) => id === provider)!;
}

const SIGNED = WRITTEN.filter(([provider]) => {
  const entry = entryOf(provider);
  return !hasFetchedKey(entry) && entry.rules[0].scheme !== 'none';
});

it.each(SIGNED)('the sample of %s %s verifies', (provider, eventType) => {
  const { publicKey, privateKey } = keysOf(entryOf(provider));
  const sample = sampleOf(provider, eventType, privateKey);
  const message = { ...sample, url: url.origin + sample.target };
  const { verdict } = interpreted(message, {
    ...{ provider, secrets: [publicKey], receivedAt: NOON + 2000 },
  });
  expect(verdict).toMatchObject({ status: 'verified', hint: null });
});

/** What is in a token is read once it is signed: those have tests of their own as well. */
const PLAIN = WRITTEN.filter(([provider]) => {
  const { eventType = '' } = entryOf(provider);
  return !eventType.startsWith('token:');
});

describe.each(PLAIN)('the sample of %s %s', (provider, eventType) => {
  const sample = sampleOf(provider, eventType, null);

  it('reads as the event that it is', () => {
    const read = interpreted(sample, { provider });
    if (!UNNAMED.includes(provider)) expect(read.eventType).toBe(eventType);
    expect(sample.headers.filter(([name]) => name === 'Content-Type')).toHaveLength(1);
  });

  it('has fresh values for its placeholders, other ones each time', () => {
    const text = `${sample.body}${JSON.stringify(sample.headers)}`;
    expect(text).not.toMatch(/\{(?:uuid|hex|digits|alnum|unix|ms|iso|number|option)/);
    const again = sampleOf(provider, eventType, null, NOON + 86_400_000);
    if (FIXED.includes(provider)) return;
    expect([`${again.body}`, again.headers]).not.toEqual([`${sample.body}`, sample.headers]);
  });
});

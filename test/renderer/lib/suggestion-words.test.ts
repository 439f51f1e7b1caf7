// What a button says that does what the doctor suggests, and what is said when it is done.

import { expect, it } from 'vitest';
import { suggestionDone, suggestionLabel } from '../../../src/renderer/lib/suggestion-words.ts';
import type { FindingCause, Suggestion } from '../../../src/shared/model.ts';

it.each<[FindingCause, Suggestion, string, string]>([
  [
    'url-variant',
    { kind: 'public-url', url: 'https://a.example/in' },
    'Use this URL',
    'The public URL is https://a.example/in now',
  ],
  [
    'secret-whitespace',
    { kind: 'mend-secret', label: 'current' },
    'Use the secret without it',
    'The secret “current” was mended',
  ],
  [
    'secret-prefix',
    { kind: 'mend-secret', label: 'current' },
    'Use the secret as it was signed with',
    'The secret “current” was mended',
  ],
  [
    'secret-previous',
    { kind: 'restore-secret', label: 'spring' },
    'Accept the earlier secret again',
    'The secret “spring” is accepted again',
  ],
  [
    'timestamp-stale',
    { kind: 'tolerance', seconds: 7200 },
    'Set the tolerance to 2 h',
    'The tolerance is 2 h now',
  ],
  [
    'other-provider',
    { kind: 'provider', provider: 'stripe', name: 'Stripe' },
    'Set the provider to Stripe',
    'The provider is Stripe now',
  ],
  [
    'algorithm',
    { kind: 'option', option: 'hash', label: 'Hash', value: 'sha512' },
    'Set “Hash” to sha512',
    '“Hash” is sha512 now',
  ],
])('for %s and %j', (cause, suggestion, label, done) => {
  expect(suggestionLabel(suggestion, cause)).toBe(label);
  expect(suggestionDone(suggestion)).toBe(done);
});

it('writes a tolerance in its largest unit, and cuts what would not fit on a button', () => {
  const label = (seconds: number) =>
    suggestionLabel({ kind: 'tolerance', seconds }, 'timestamp-stale').replace(/.* to /, '');
  expect([60, 2700, 86_400, 61].map(label)).toEqual(['1 min', '45 min', '1 d', '61 s']);
  const long = { kind: 'option', option: 'x', label: 'X', value: 'y'.repeat(100) } as const;
  expect(suggestionLabel(long, 'algorithm').length).toBeLessThan(50);
});

// What a suggestion comes to for an endpoint with these settings.

import { describe, expect, it } from 'vitest';
import { publicUrlFor, withFittingSuggestions } from '../../../src/main/engine/suggestions.ts';
import type { SecretInfo, Suggestion, Verdict } from '../../../src/shared/model.ts';

describe('the public URL to set', () => {
  it.each<[string, string, string, string | null]>([
    ['http://a.example/sq', '/sq', '/sq', 'http://a.example/sq'],
    ['https://a.example/in/x', '/sq/x', '/sq', 'https://a.example/in'],
    ['https://a.example:443/sq?a=1', '/sq?a=1', '/sq', 'https://a.example:443/sq'],
    ['https://a.example/sq/', '/sq', '/sq', 'https://a.example/sq/'],
    ['https://a.example/x', '/x', '/', 'https://a.example'],
    ['https://a.example/sq?a=1 2', '/sq?a=1%202', '/sq', null],
    ['https://a.example/other', '/sq/x', '/sq', null],
  ])('for %s, called as %s on %s, is %s', (called, target, path, url) => {
    expect(publicUrlFor(called, target, path)).toBe(url);
  });
});

function kept(suggestion: Suggestion, source: SecretInfo['source'] = 'stored') {
  const words = { message: 'm.', proof: 'p.', fix: 'f.', side: 'here' as const };
  const verdict: Verdict = {
    ...{ status: 'failed', scheme: null, reason: 'signature-mismatch', hint: null },
    findings: [{ cause: 'secret-whitespace', ...words, suggestion }],
    ...{ secretLabel: null, checks: [], warnings: [] },
  };
  const secrets = [{ id: '1', label: 'own', lastFour: '', source }];
  return withFittingSuggestions(verdict, { path: '/sq', secrets }, '/sq?a=1').findings[0]
    ?.suggestion;
}

it('is left out where no setting would lead there', () => {
  const elsewhere = { kind: 'public-url', url: 'https://a.example/sq' } as const;
  expect(kept(elsewhere)).toBeUndefined();
  expect(kept({ kind: 'public-url', url: 'https://a.example/sq?a=1' })).toEqual(elsewhere);
});

it('is left out where the URL is none that an endpoint takes', () => {
  for (const url of [`https://a.example/${'x'.repeat(5000)}?a=1`, 'https://a b.example/sq?a=1']) {
    expect(kept({ kind: 'public-url', url })).toBeUndefined();
  }
});

it('mends a secret that is stored, and none that was given for this run', () => {
  const mend = { kind: 'mend-secret', label: 'own' } as const;
  expect(kept(mend)).toEqual(mend);
  expect(kept(mend, 'environment')).toBeUndefined();
  const tolerance = { kind: 'tolerance', seconds: 60 } as const;
  expect(kept(tolerance, 'environment')).toEqual(tolerance);
});

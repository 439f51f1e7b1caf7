import { expect, it } from 'vitest';
import { choiceSentence, shares } from '../../../../src/renderer/screens/inbox/choice-words.ts';
import { delivery } from '../../state/listed-host.ts';

const failed = { verdict: { status: 'failed', reason: null } } as const;

it('says how the signatures are and what the deliveries are about', () => {
  const rows = [
    delivery(1, { eventType: 'a' }),
    delivery(2, { eventType: 'b', ...failed }),
    delivery(3, { eventType: 'b' }),
  ];
  expect(choiceSentence(rows)).toBe('2 verified, 1 failed; 2 event types');
  expect(choiceSentence([delivery(1)])).toBe('1 verified; no event type');
});

it('counts each name, most first, and those without one together', () => {
  expect(shares(['a', null, 'b', 'b', null, null], 'none')).toEqual([
    { name: 'none', count: 3 },
    { name: 'b', count: 2 },
    { name: 'a', count: 1 },
  ]);
});

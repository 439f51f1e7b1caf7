// The groups of the statistics: names, order, and the filter for one.

import { expect, it } from 'vitest';
import {
  filterFor,
  groupName,
  inOrder,
  percent,
} from '../../../../src/renderer/screens/statistics/statistics-words.ts';
import type { StatisticsGroup } from '../../../../src/shared/finding.ts';

const group = (key: string | null, part: Partial<StatisticsGroup> = {}): StatisticsGroup => ({
  ...{ key, count: 1, failures: 0, failureRate: 0, medianMs: 1, p95Ms: 2 },
  ...part,
});

it('calls a group by its event type, or by the name of its endpoint', () => {
  const endpoints = [{ id: 'ep_1', name: 'Stripe' }];
  expect([
    groupName(group('invoice.paid'), 'eventType', endpoints),
    groupName(group(null), 'eventType', endpoints),
    groupName(group('ep_1'), 'endpoint', endpoints),
    groupName(group('ep_gone'), 'endpoint', endpoints),
  ]).toEqual(['invoice.paid', 'Without an event type', 'Stripe', 'A removed endpoint']);
});

it('orders by any column, and puts those without a figure last', () => {
  const groups = [
    group('b', { p95Ms: 5 }),
    group('none', { p95Ms: null }),
    group('a', { p95Ms: 9 }),
  ];
  const keys = (column: 'name' | 'p95Ms', descending: boolean) =>
    inOrder(groups, { column, descending }, ({ key }) => key ?? '').map(({ key }) => key);
  expect(keys('p95Ms', true)).toEqual(['a', 'b', 'none']);
  expect(keys('p95Ms', false)).toEqual(['b', 'a', 'none']);
  expect(keys('name', false)).toEqual(['a', 'b', 'none']);
});

it('filters to an event type as the filter language writes it', () => {
  expect(filterFor(group('invoice.paid'), 'eventType')).toBe('type:invoice.paid');
  expect(filterFor(group('two words'), 'eventType')).toBe('type:"two words"');
  expect(filterFor(group('ep_1'), 'endpoint')).toBeNull();
});

it('writes rates short', () => {
  expect([0, 0.004, 0.0996, 0.5, 1].map(percent)).toEqual([
    '0 %',
    '0.4 %',
    '10 %',
    '50 %',
    '100 %',
  ]);
});

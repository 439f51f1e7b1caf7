// The groups of the statistics: what they are called, their order, and the filter for one.

import type { StatisticsGroup } from '../../../shared/finding.ts';
import type { Endpoint } from '../../../shared/model.ts';
import { termFor } from '../../../shared/query/terms.ts';

export type GroupedBy = 'endpoint' | 'eventType';
export type Column = 'name' | 'count' | 'failureRate' | 'medianMs' | 'p95Ms';

export interface Order {
  column: Column;
  descending: boolean;
}

export function groupName(
  { key }: StatisticsGroup,
  by: GroupedBy,
  endpoints: readonly Pick<Endpoint, 'id' | 'name'>[],
): string {
  if (key === null) return by === 'endpoint' ? 'Removed endpoints' : 'Without an event type';
  if (by === 'eventType') return key;
  return endpoints.find(({ id }) => id === key)?.name ?? 'A removed endpoint';
}

/** Groups without a figure come last, either way. */
export function inOrder(
  groups: readonly StatisticsGroup[],
  { column, descending }: Order,
  nameOf: (group: StatisticsGroup) => string,
): StatisticsGroup[] {
  const sign = descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    if (column === 'name') return sign * nameOf(a).localeCompare(nameOf(b));
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** Null where no filter says it. */
export function filterFor({ key }: StatisticsGroup, by: GroupedBy): string | null {
  return key === null || by === 'endpoint' ? null : termFor('type', key);
}

/** `0 %`, `0.4 %`, `12 %`. */
export function percent(rate: number): string {
  const value = rate * 100;
  return `${value === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} %`;
}

// What came or changed since a filter was last asked about it.

import type { DeliverySummary } from '../../shared/model.ts';
import { compareIds } from './list-window.ts';

export interface SearchNews {
  /** Each once. */
  ids: string[];
  /** There is more than these. */
  gap: boolean;
}

/** The most that can be asked about at once. */
const MAX_IDS = 500;

export const noNews: SearchNews = { ids: [], gap: false };

/** With more news; what are too many to name is a gap. */
export function withNews(
  news: SearchNews,
  items: readonly DeliverySummary[],
  gap: boolean,
): SearchNews {
  const ids = [...new Set([...news.ids, ...items.map(({ id }) => id)])];
  const tooMany = ids.length > MAX_IDS;
  return { ids: tooMany ? [] : ids, gap: news.gap || gap || tooMany };
}

/** Both, each once, newest first; of two with one id the second is the newer state. */
export function merged(
  rows: readonly DeliverySummary[],
  more: readonly DeliverySummary[],
): readonly DeliverySummary[] {
  if (more.length === 0) return rows;
  const last = rows.at(-1)?.id;
  const first = more[0]?.id ?? '';
  if (last === undefined || compareIds(first, last) < 0) return [...rows, ...more];
  const all = new Map([...rows, ...more].map((row) => [row.id, row]));
  return [...all.values()].sort((a, b) => compareIds(b.id, a.id));
}

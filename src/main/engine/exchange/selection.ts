// Which deliveries are meant: some by their ids, or all that a list shows. Read page by page, newest
// first as lists are, and handed on oldest first, as files of traffic are.

import type { DeliveryPage } from '../../../shared/contract.ts';

export interface Selection {
  /** In any order; what is no longer there is passed over. */
  ids?: readonly string[] | undefined;
  query?: string | undefined;
  endpointId?: string | null | undefined;
  only?: 'failed' | 'pinned' | undefined;
}

export type ListPage = (
  input: Omit<Selection, 'ids'> & { cursor: string | null; limit: number },
) => Promise<DeliveryPage>;

const PAGE = 500;
const SEPARATOR = '\n';

/**
 * The ids of a selection, the oldest first. A million of them take 16 MB while they are collected: they
 * are kept as bytes, as strings would take three times as much.
 */
export async function* selectedIds(list: ListPage, selection: Selection): AsyncGenerator<string> {
  const { ids, ...filter } = selection;
  if (ids !== undefined) {
    // Ids grow with time, so their order is the order of arrival.
    yield* [...new Set(ids)].sort();
    return;
  }
  const pages: Buffer[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: DeliveryPage = await list({ ...filter, cursor, limit: PAGE });
    if (page.items.length > 0) {
      pages.push(Buffer.from(page.items.map(({ id }) => id).join(SEPARATOR), 'latin1'));
    }
    cursor = page.nextCursor;
    if (cursor === null || page.items.length === 0) break;
  }
  for (let page = pages.pop(); page !== undefined; page = pages.pop()) {
    yield* page.toString('latin1').split(SEPARATOR).reverse();
  }
}

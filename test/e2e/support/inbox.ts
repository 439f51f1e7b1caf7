// The main window as a person finds their way in it: by roles, names and words on the screen.

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type TabName = 'Overview' | 'Body' | 'Headers' | 'Signature' | 'Timing' | 'Attempts';

export interface Inbox {
  page: Page;
  list: Locator;
  rows: Locator;
  /** Rows whose sentence holds this. */
  row(words: string | RegExp): Locator;
  selected: Locator;
  /** The right-hand pane, once a delivery is in it. */
  delivery: Locator;
  search: Locator;
  /** The whole filter: its tags, then what is typed. */
  filterText(): Promise<string>;
  dialog: Locator;
  pill: Locator;
  /** Clicks a row and waits until its delivery is open. */
  open(row: Locator): Promise<void>;
  /** Clicks a tab of the open delivery. */
  show(tab: TabName): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Resolves when a short message at the corner says this. */
  toast(words: string | RegExp): Promise<void>;
  /** The sentence of the selected row. */
  selectedSentence(): Promise<string>;
}

export function inboxOf(page: Page): Inbox {
  const list = page.getByRole('listbox', { name: 'Deliveries, newest first' });
  const delivery = page.getByRole('region', { name: 'Delivery', exact: true });
  const selected = list.getByRole('option', { selected: true });
  return {
    page,
    list,
    rows: list.getByRole('option'),
    row: (words) => list.getByRole('option', { name: words }),
    selected,
    delivery,
    search: page.getByRole('combobox', { name: 'Search deliveries' }),
    async filterText() {
      const crosses = page
        .getByRole('list', { name: 'Filter' })
        .getByRole('button', { name: /^Remove / });
      const names = await crosses.evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label') ?? ''),
      );
      const typed = await page.getByRole('combobox', { name: 'Search deliveries' }).inputValue();
      return [...names.map((name) => name.replace('Remove ', '')), typed].filter(Boolean).join(' ');
    },
    dialog: page.getByRole('dialog'),
    pill: page.getByRole('button', { name: /^Show [\d,]+ new deliver(y|ies)$/ }),
    async open(row) {
      await row.click();
      await delivery.waitFor();
    },
    async show(tab) {
      await delivery.getByRole('tab', { name: tab }).click();
      await delivery.getByRole('tabpanel', { name: tab }).waitFor();
    },
    button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
    toast: (words) =>
      page
        .getByRole('region', { name: /^Notifications/ })
        .getByText(words)
        .first()
        .waitFor(),
    async selectedSentence() {
      return (await selected.locator('.sr-only').textContent()) ?? '';
    },
  };
}

/** Polls until what is on the screen is as expected. */
export function seen<T>(look: () => Promise<T>) {
  return expect.poll(look, { timeout: 10_000, interval: 20 });
}

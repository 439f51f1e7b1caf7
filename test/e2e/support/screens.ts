// Every screen of the inbox, and how a person comes to it: for the tests that look at each of them.

import type { Inbox, TabName } from './inbox.ts';

export interface Screen {
  name: string;
  /** From the inbox as it opens; resolves when the screen shows what it is for. */
  show(inbox: Inbox): Promise<void>;
}

const FAILED = /certificate\.minted at .*Failed/;
const VERIFIED = /orders\/create .*valid/;

const tab = (name: TabName, row: RegExp) => async (inbox: Inbox) => {
  await inbox.open(inbox.row(row).first());
  await inbox.show(name);
};

/** Opens the failed delivery, presses keys, and waits for a dialog's name. */
const dialog =
  (name: string | RegExp, ...keys: string[]) =>
  async (inbox: Inbox) => {
    await inbox.open(inbox.row(FAILED));
    for (const key of keys) await inbox.page.keyboard.press(key);
    await inbox.page.getByRole('dialog', { name }).waitFor();
  };

const settings = (section: string) => async (inbox: Inbox) => {
  await inbox.page.keyboard.press('Control+,');
  await inbox.dialog.getByRole('tab', { name: section }).click();
  await inbox.dialog.getByRole('tabpanel', { name: section }).waitFor();
};

async function markThree(inbox: Inbox): Promise<void> {
  await inbox.open(inbox.row(FAILED));
  await inbox.page.keyboard.press('Shift+ArrowDown');
  await inbox.page.keyboard.press('Shift+ArrowDown');
  await inbox.page.getByRole('heading', { name: '3 deliveries' }).waitFor();
}

async function compared(inbox: Inbox): Promise<void> {
  const paid = inbox.row(/^.*invoice\.paid/);
  await paid.nth(0).click();
  await paid.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await inbox.page.keyboard.press('d');
  await inbox.dialog.getByRole('region', { name: 'Body' }).waitFor();
}

const comparedAs = (way: string) => async (inbox: Inbox) => {
  await compared(inbox);
  await inbox.dialog.getByRole('radio', { name: way }).click();
  await inbox.dialog.getByRole('radio', { name: way, checked: true }).waitFor();
};

const TABS: TabName[] = ['Overview', 'Body', 'Headers', 'Signature', 'Timing', 'Attempts'];

const suggested = (text: string) => async (inbox: Inbox) => {
  await inbox.open(inbox.row(FAILED));
  await inbox.search.fill(text);
  await inbox.page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
};

async function filtered(inbox: Inbox): Promise<void> {
  const { page, search } = inbox;
  await search.fill('provider:stripe status:<300 -is:handshake ');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Filter' }).waitFor();
  await page.getByText('5 deliveries', { exact: true }).waitFor();
  await inbox.open(inbox.row('customer.created'));
}

async function mistaken({ page, search }: Inbox): Promise<void> {
  await search.fill('type:invoice.paid statsu:200');
  await page.getByRole('status').filter({ hasText: 'statsu' }).waitFor();
}

export const screens: Screen[] = [
  { name: 'filter-suggestions', show: suggested('type:') },
  { name: 'filter-fields', show: suggested('st') },
  { name: 'filter-tags', show: filtered },
  { name: 'filter-mistake', show: mistaken },
  { name: 'list', show: ({ rows }) => rows.first().waitFor() },
  ...TABS.map((name) => ({ name: `failed-${name.toLowerCase()}`, show: tab(name, FAILED) })),
  ...TABS.map((name) => ({ name: `verified-${name.toLowerCase()}`, show: tab(name, VERIFIED) })),
  { name: 'several', show: markThree },
  { name: 'compare-values', show: compared },
  { name: 'compare-text', show: comparedAs('Text') },
  { name: 'compare-bytes', show: comparedAs('Bytes') },
  { name: 'statistics', show: dialog('Statistics', 'v') },
  { name: 'export', show: dialog('Export deliveries', 'x') },
  { name: 'import', show: dialog('Import deliveries', 'i') },
  { name: 'copy-as', show: dialog('Copy as', 'y') },
  { name: 'note', show: dialog(/note/i, 'n') },
  { name: 'test-event', show: dialog(/test event/i, 's') },
  { name: 'endpoint', show: dialog(/./, 'e') },
  { name: 'forward', show: dialog(/./, 'f') },
  { name: 'palette', show: dialog(/./, 'Control+k') },
  { name: 'keys', show: dialog(/./, '?') },
  ...['Appearance', 'Notifications', 'Public URL', 'Storage', 'Receiver', 'About'].map(
    (section) => ({
      name: `settings-${section.toLowerCase().replace(' ', '-')}`,
      show: settings(section),
    }),
  ),
];

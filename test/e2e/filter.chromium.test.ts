// The filter field as one uses it: tags, suggestions, mistakes, saved filters, and “filter like this”.

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, hasRows, type Stage, setStage, shownPaths } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';

let stage: Stage;
let app: FreshApp;

const TYPES = ['push', 'issues', 'pull_request'] as const;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  const { items } = await stage.host.call('filters.list', {});
  for (const { id, builtIn } of items) {
    if (!builtIn) await stage.host.call('filters.remove', { id });
  }
  app = await stage.open();
});

/** Two of each type, to `/d/0` and on. */
async function received(): Promise<void> {
  const { items } = await stage.host.call('endpoints.list', {});
  const [endpoint] = items;
  if (endpoint === undefined) throw new Error('there is no endpoint');
  await stage.host.call('endpoints.update', { id: endpoint.id, provider: 'github' });
  for (let number = 0; number < 6; number++) await sent(number);
  await hasRows(app.inbox, 6);
}

async function sent(number: number): Promise<void> {
  const type = TYPES[number % 3] ?? 'push';
  await stage.send({
    target: `/d/${number}`,
    headers: [
      ['X-GitHub-Event', type],
      ['X-Request-Id', `r-${number}`],
    ],
    body: `{"number":${number},"from":"someone"}`,
  });
}

const press = (key: string) => app.page.keyboard.press(key);
const type = (text: string) => app.page.keyboard.type(text);
const suggestions = () => app.page.getByRole('listbox', { name: 'Suggestions' });
const option = (name: RegExp) => suggestions().getByRole('option', { name });
const tag = (name: RegExp) =>
  app.page.getByRole('list', { name: 'Filter' }).getByRole('button', { name });

describe('the filter field', () => {
  it('suggests fields and captured values with what they mean, by the keys alone', async () => {
    await received();
    await press('/');
    await option(/^verdict: What verification came to/).waitFor();
    await expectNoSeriousAxe(app.page);
    await type('ev');
    await option(/^type: /).waitFor();
    await press('Tab');
    expect(await app.inbox.search.inputValue()).toBe('type:');
    await option(/^issues Event type is “issues”/).waitFor();
    await type('pu');
    await seen(() => suggestions().getByRole('option').allTextContents()).toHaveLength(3);
    await option(/^push /).waitFor();
    await picture(app.page, 'filter');
    await press('ArrowDown');
    await press('ArrowDown');
    const chosen = await suggestions().getByRole('option', { selected: true }).textContent();
    await press('Enter');
    await tag(/^type (push|pull_request) ?\. Event type is “.*”\. Edit$/).waitFor();
    expect(await app.inbox.filterText()).toBe(`type:${chosen?.replace(/Event.*/, '')}`);
    expect(await app.inbox.search.inputValue()).toBe('');
    await hasRows(app.inbox, 2);
    await type('not is:handshake someone ');
    await tag(/^Remove not is:handshake/).waitFor();
    expect(await app.inbox.search.inputValue()).toBe('someone ');
    await hasRows(app.inbox, 2);
    expect(app.problems).toEqual([]);
  });

  it('takes tags away and back as text', async () => {
    await received();
    await app.inbox.search.fill('type:push path:/d/3 ');
    await hasRows(app.inbox, 1);
    await type('x');
    await press('Backspace');
    await press('Backspace');
    await seen(() => app.inbox.filterText()).toBe('type:push');
    await hasRows(app.inbox, 2);
    await tag(/^type push ?\./).click();
    expect(await app.inbox.search.inputValue()).toBe('type:push');
    await press('Control+Backspace');
    await type('issues ');
    await seen(() => app.inbox.filterText()).toBe('type:issues');
    await tag(/^Remove type:issues/).click();
    await hasRows(app.inbox, 6);
    await press('Escape');
    expect(await app.inbox.search.evaluate((field) => field === document.activeElement)).toBe(
      false,
    );
  });

  it('takes a whole filter that is pasted, and gives it as text', async () => {
    await received();
    const filter = '(type:push or type:issues) -path:/d/0 someone';
    const { page } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), filter);
    await press('/');
    await press('Control+v');
    await tag(/^Remove -path/).waitFor();
    await hasRows(app.inbox, 3);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await press('Control+a');
    await press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(filter);
  });

  it('explains a mistake at its place, keeps what was found, and mends it by a click', async () => {
    await received();
    await stage.host.call('deliveries.pin', {
      id: (await stage.host.call('deliveries.list', {})).items[0]?.id ?? '',
      pinned: true,
    });
    await app.inbox.search.fill('type:pull_request ');
    await hasRows(app.inbox, 2);
    await type('is:pined');
    await press('Enter');
    await app.page.getByText('“is” cannot be “pined”. Did you mean “pinned”?').waitFor();
    await app.page.locator('.decoration-wavy', { hasText: /^pined$/ }).waitFor();
    expect(await app.inbox.search.getAttribute('aria-invalid')).toBe('true');
    await hasRows(app.inbox, 2);
    await expectNoSeriousAxe(app.page);
    await app.inbox.button('Write pinned').click();
    await hasRows(app.inbox, 1);
    await press('Enter');
    await tag(/^is pinned ?\. Is pinned\. Edit$/).waitFor();
  });

  it('follows what arrives, and lets it wait while a delivery is read', async () => {
    await received();
    await app.inbox.search.fill('type:push ');
    await hasRows(app.inbox, 2);
    await sent(7);
    await sent(6);
    await hasRows(app.inbox, 3);
    expect(await shownPaths(app.inbox)).toEqual(['/d/6', '/d/3', '/d/0']);
    await app.inbox.search.blur();
    await app.inbox.open(app.inbox.row('/d/3'));
    await sent(9);
    await sent(10);
    await app.inbox.button('Show 1 new delivery').click();
    await hasRows(app.inbox, 4);
  });

  it('names the term that leaves nothing, and takes it out', async () => {
    await received();
    await app.inbox.search.fill('type:push status:>=500 ');
    await app.page.getByText('Nothing found').waitFor();
    await app.page.getByText('There are some without status:>=500').waitFor();
    await picture(app.page, 'filter-nothing');
    await app.inbox.button('Take it out').click();
    await seen(() => app.inbox.filterText()).toBe('type:push');
    await hasRows(app.inbox, 2);
  });
});

describe('saved filters', () => {
  it('are named, counted, shown, changed, renamed and removed', async () => {
    await received();
    const { page, inbox } = app;
    await inbox.search.fill('type:push ');
    await hasRows(inbox, 2);
    await press('Control+s');
    expect(await inbox.dialog.count()).toBe(0);
    await inbox.search.blur();
    await press('Control+s');
    await inbox.dialog.getByText('Event type is “push”').waitFor();
    await inbox.dialog.getByRole('textbox', { name: 'Name' }).fill('Pushes');
    await expectNoSeriousAxe(page);
    await press('Enter');
    await inbox.button('Pushes 2').waitFor();
    await sent(6);
    await inbox.button('Pushes 3').waitFor();
    await page.locator('nav [aria-current]', { hasText: 'Pushes' }).waitFor();

    await inbox.button(/^All deliveries/).click();
    await hasRows(inbox, 7);
    await inbox.button('Pushes 3').click();
    await seen(() => inbox.filterText()).toBe('type:push');
    await inbox.search.fill('path:/d/3 ');
    await page.getByRole('button', { name: 'More about Pushes' }).click();
    await page.getByRole('menuitem', { name: 'Change to the present filter' }).click();
    await inbox.button('Pushes 1').waitFor();
    await page.getByRole('button', { name: 'More about Pushes' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await inbox.dialog.getByRole('textbox', { name: 'Name' }).fill('Pinned');
    await press('Enter');
    await inbox.dialog.getByText('There is a filter named “Pinned” already.').waitFor();
    await inbox.dialog.getByRole('textbox', { name: 'Name' }).fill('Third');
    await press('Enter');
    await inbox.button('Third 1').waitFor();
    await page.getByRole('button', { name: 'More about Third' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await inbox.toast('Removed “Third”');
    await seen(() => inbox.button(/^Third/).count()).toBe(0);
    await inbox.button('Undo').click();
    await inbox.button('Third 1').waitFor();
    expect(app.problems).toEqual([]);
  });

  it('that came with it are there, and all of them are in the palette', async () => {
    await received();
    await app.inbox.button('Failed signatures 0').waitFor();
    await app.inbox.button('Pinned 0').waitFor();
    await app.inbox.button('Past the deadline 0').click();
    await seen(() => app.inbox.filterText()).toBe('is:late');
    await stage.host.call('filters.save', { name: 'Issues', query: 'type:issues' });
    await press('Control+k');
    await type('Show “Issues”');
    await press('Enter');
    await seen(() => app.inbox.filterText()).toBe('type:issues');
    await press('Control+k');
    await type('Filter by method');
    await press('Enter');
    await seen(() => app.inbox.search.inputValue()).toBe('method:');
    await option(/^POST /).click();
    await seen(() => app.inbox.filterText()).toBe('type:issues method:POST');
    await hasRows(app.inbox, 2);
  });
});

it('filters like a row, and leaves out what is like another', async () => {
  await received();
  const choose = async (row: string, menu: string, item: RegExp) => {
    await app.inbox.row(row).click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: menu }).click();
    await app.page.getByRole('menuitem', { name: item }).click();
  };
  await choose('/d/0', 'Leave out', /^Event type ?push$/);
  await hasRows(app.inbox, 4);
  await choose('/d/1', 'Show only', /^Provider ?GitHub$/);
  await choose('/d/1', 'Show only', /^Event type ?issues$/);
  await hasRows(app.inbox, 2);
  expect(await app.inbox.filterText()).toBe('-type:push provider:github type:issues');
  expect(app.problems).toEqual([]);
});

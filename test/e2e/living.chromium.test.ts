// Living with it: several deliveries at once, and taking back what was deleted.

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signedRequest } from '../support/signed-requests.ts';
import { expectNoSeriousAxe } from './support/axe.ts';
import { startDestination } from './support/destination.ts';
import { type FreshApp, hasRows, type Stage, setStage, shownPaths } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

const press = (key: string) => app.page.keyboard.press(key);
const row = (number: number) => app.inbox.row(`, /d/${number}, `);
const chosen = () => app.page.getByRole('region', { name: 'Chosen deliveries' });
const chosenAre = (count: number) => seen(() => app.inbox.selected.count()).toBe(count);

async function received(count: number): Promise<void> {
  await stage.sendMany(count);
  await hasRows(app.inbox, count);
}

async function forwardTo(url: string | null): Promise<void> {
  const { items } = await stage.host.call('endpoints.list', {});
  const { id } = items.find(({ isDefault }) => isDefault)!;
  await stage.host.call('endpoints.update', { id, forwardTo: url });
}

describe('choosing several', () => {
  it('adds and takes out with Ctrl, ranges with Shift, and a click begins anew', async () => {
    await received(8);
    await row(7).click();
    await row(5).click({ modifiers: ['Control'] });
    await chosen().getByRole('heading', { name: '2 deliveries' }).waitFor();
    await row(3).click({ modifiers: ['Control'] });
    await chosenAre(3);
    await row(5).click({ modifiers: ['Control'] });
    await chosenAre(2);
    await row(1).click({ modifiers: ['Shift'] });
    await chosen().getByRole('heading', { name: '5 deliveries' }).waitFor();
    await row(6).click();
    await chosenAre(1);
    await app.inbox.delivery.waitFor();
    expect(app.problems).toEqual([]);
  });

  it('extends by Shift and the arrows, and lets go with Esc one thing at a time', async () => {
    await received(6);
    await press('j');
    await press('j');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await chosenAre(3);
    await press('Shift+ArrowUp');
    await chosenAre(2);
    await press('Shift+End');
    await chosenAre(5);
    await press('Shift+Home');
    await chosenAre(2);
    await press('Escape');
    await chosenAre(1);
    await app.inbox.delivery.waitFor();
    await press('Escape');
    await chosenAre(0);
  });

  it('takes the whole list with Ctrl+A, and the keys of one delivery rest meanwhile', async () => {
    await stage.host.call('endpoints.create', { name: 'hooks', path: '/d/1' });
    await received(150);
    await press('Control+a');
    await chosen().getByRole('heading', { name: '150 deliveries' }).waitFor();
    await chosen().getByText('Everything else').waitFor();
    await press('f');
    await press('3');
    expect(await app.inbox.dialog.count()).toBe(0);
    await press('j');
    await chosenAre(1);
    // In the search field it chooses the text, as ever.
    await app.inbox.search.fill('/d/');
    await press('Control+a');
    await app.page.keyboard.type('/d/14');
    await hasRows(app.inbox, 11);
    await app.inbox.search.blur();
    await press('Control+a');
    await chosen().getByRole('heading', { name: '11 deliveries' }).waitFor();
  });

  it('pins and unpins all of them, by key and in the menu of a row', async () => {
    await received(4);
    await row(4).click();
    await row(2).click({ modifiers: ['Shift'] });
    await press('p');
    await app.inbox.toast('Pinned 3 deliveries');
    await app.inbox.button('Pinned 3').waitFor();
    await row(3).click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Pin or unpin 3 deliveries' }).click();
    await app.inbox.button('Pinned 0').waitFor();
    await row(1).click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Forward to…' }).waitFor();
    await press('Escape');
  });

  it('labels all of them, and one, in colours that have a name', async () => {
    await received(3);
    await press('Control+a');
    await chosen().getByRole('button', { name: 'Label' }).click();
    await app.page.getByRole('menuitem', { name: 'Purple' }).click();
    await seen(() => app.inbox.row(/labelled purple/).count()).toBe(3);
    await row(2).click();
    await row(2).click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Label' }).click();
    await app.page.getByRole('menuitem', { name: 'Green' }).click();
    await app.inbox.row(/\/d\/2, .*labelled green/).waitFor();
    await seen(() => app.inbox.row(/labelled purple/).count()).toBe(2);
    expect(app.problems).toEqual([]);
  });

  it('writes notes, which the search finds, on one and on several', async () => {
    await received(3);
    await row(2).click();
    await app.inbox.delivery.waitFor();
    await press('n');
    await app.inbox.dialog.getByRole('textbox', { name: 'Note' }).fill('Ask <b>Ada</b> about this');
    await press('Control+Enter');
    await app.inbox.dialog.waitFor({ state: 'detached' });
    await app.inbox.row(/\/d\/2, .*with a note/).waitFor();
    await app.inbox.delivery.getByText('Ask <b>Ada</b> about this').click();
    expect(await app.inbox.dialog.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
      'Ask <b>Ada</b> about this',
    );
    await press('Escape');
    await app.inbox.search.fill('note:Ada');
    await hasRows(app.inbox, 1);
    await app.inbox.search.fill('');
    await hasRows(app.inbox, 3);
    await app.inbox.search.blur();
    await press('Control+a');
    await chosen().getByRole('button', { name: 'Note' }).click();
    await app.inbox.dialog.getByRole('textbox', { name: 'Note' }).fill('');
    await app.inbox.dialog.getByRole('button', { name: 'Save' }).click();
    await seen(() => app.inbox.row(/with a note/).count()).toBe(0);
    expect(app.problems).toEqual([]);
  });

  it('has no serious issue of accessibility, in either theme', async () => {
    await received(4);
    await row(3).click();
    await press('n');
    await app.inbox.dialog.getByRole('textbox', { name: 'Note' }).fill('Remember');
    for (const theme of ['light', 'dark'] as const) {
      await stage.host.call('settings.update', { theme });
      await app.page.locator(`html[data-theme="${theme}"]`).waitFor();
      await expectNoSeriousAxe(app.page);
    }
    await press('Control+Enter');
    await app.inbox.delivery.getByText('Remember').waitFor();
    await expectNoSeriousAxe(app.page);
    await press('Control+a');
    await chosen().waitFor();
    await expectNoSeriousAxe(app.page);
    await stage.host.call('settings.update', { theme: 'light' });
    await app.page.locator('html[data-theme="light"]').waitFor();
    await expectNoSeriousAxe(app.page);
    await press('Control+,');
    await app.inbox.dialog.getByRole('tab', { name: 'Notifications' }).click();
    await expectNoSeriousAxe(app.page);
  });

  it('exports them', async () => {
    await received(2);
    await press('Control+a');
    await chosen().getByRole('button', { name: 'Export' }).click();
    await app.inbox.dialog.getByRole('heading', { name: /^Export/ }).waitFor();
  });

  it('replays them in the order they came in, and sums up', async () => {
    const server = await startDestination();
    await received(5);
    await forwardTo(`${server.url}/in`);
    await row(5).click();
    await row(2).click({ modifiers: ['Shift'] });
    await press('r');
    for (const [index, target] of ['/in/d/2', '/in/d/3', '/in/d/4', '/in/d/5'].entries()) {
      expect((await server.request(index)).target).toBe(target);
    }
    await app.inbox.toast('Replayed 4 deliveries');
    await app.inbox.toast('4 answered well');
    expect(app.problems).toEqual([]);
  });

  it('says what had nowhere to go', async () => {
    await received(3);
    await forwardTo(null);
    await press('Control+a');
    await chosen().getByRole('button', { name: 'Replay 3' }).click();
    await app.inbox.toast('3 had nowhere to go');
  });
});

describe('the settings', () => {
  it('draw the rows closer together, and the list keeps its place', async () => {
    await received(60);
    await app.inbox.list.evaluate((list) => list.scrollTo({ top: 36 * 20 }));
    await row(40).waitFor();
    const height = () => row(40).evaluate((element) => element.getBoundingClientRect().height);
    expect(await height()).toBe(36);
    await app.inbox.button('More').click();
    await app.page.getByRole('menuitemcheckbox', { name: 'Compact rows' }).click();
    await seen(height).toBe(30);
    const gap = async () => {
      const top = (number: number) =>
        row(number).evaluate((element) => element.getBoundingClientRect().top);
      return (await top(39)) - (await top(40));
    };
    await seen(gap).toBe(30);
    await stage.host.call('settings.update', { density: 'comfortable' });
    await seen(gap).toBe(36);
    expect(app.problems).toEqual([]);
  });

  it('say what is told, and that a browser has to allow it', async () => {
    await press('Control+,');
    const { dialog } = app.inbox;
    await dialog.getByRole('tab', { name: 'Notifications' }).click();
    await dialog.getByText('In this browser').waitFor();
    const down = dialog.getByRole('switch', { name: 'Your server does not answer' });
    await down.click();
    await dialog
      .getByRole('switch', { name: 'Your server does not answer', checked: false })
      .waitFor();
    const { notifications } = await stage.host.call('settings.get', {});
    expect(notifications).toEqual({ failed: true, destinationDown: false, urlChanged: true });
    await down.click();
    expect(await dialog.getByRole('tab', { name: 'Window' }).count()).toBe(0);
  });
});

describe('a notification', () => {
  it('tells of failed signatures while one looks elsewhere, and leads to the delivery', async () => {
    // The browser of the test shows none, and thinks that it is always looked at.
    await app.page.addInitScript(() => {
      const told: { title: string; body: string; click(): void }[] = [];
      Object.assign(window, { told });
      document.hasFocus = () => false;
      class Told {
        static permission = 'granted';
        onclick: (() => void) | null = null;
        constructor(title: string, { body }: { body: string }) {
          told.push({ title, body, click: () => this.onclick?.() });
        }
        close() {}
      }
      Object.assign(window, { Notification: Told });
    });
    await app.page.reload();
    await app.inbox.search.waitFor();
    await stage.host.call('endpoints.create', {
      ...{ name: 'Shop', path: '/stripe', provider: 'stripe' },
      secrets: [{ label: 'current', value: 'whsec_right' }],
    });
    const forged = signedRequest('stripe', { secret: 'whsec_wrong' });
    await stage.send({ ...forged, target: '/stripe/1' });
    await stage.send({ ...forged, target: '/stripe/2' });
    const told = () =>
      app.page.evaluate(() =>
        (window as unknown as { told: { title: string; body: string }[] }).told.map(
          ({ title, body }) => `${title}: ${body}`,
        ),
      );
    await seen(async () => (await told()).length).toBe(1);
    expect((await told())[0]).toMatch(/^2 signatures do not hold: The last one is .+ At Shop$/);
    await app.page.evaluate(() => {
      (window as unknown as { told: { click(): void }[] }).told[0]?.click();
    });
    await app.inbox.delivery.getByText('/stripe/2').first().waitFor();
  });
});

describe('an address that names a delivery', () => {
  it('opens it, and keeps the address clean', async () => {
    await received(3);
    const { items } = await stage.host.call('deliveries.list', {});
    await app.page.goto('about:blank');
    await app.page.goto(`${stage.host.uiUrl}&delivery=${items[1]?.id}`);
    await app.inbox.delivery.getByRole('heading', { name: 'POST /d/2', exact: true }).waitFor();
    expect(new URL(app.page.url()).hash).toBe('');
  });
});

describe('undoing', () => {
  it('brings a deleted delivery back with Ctrl+Z, to its place and open', async () => {
    await received(3);
    await row(2).click();
    await press('Delete');
    await hasRows(app.inbox, 2);
    await app.inbox.toast('Deleted 1 delivery');
    await press('Control+z');
    await hasRows(app.inbox, 3);
    expect(await shownPaths(app.inbox)).toEqual(['/d/3', '/d/2', '/d/1']);
    await app.inbox.delivery.getByRole('heading', { name: 'POST /d/2', exact: true }).waitFor();
    await app.inbox.button('All deliveries 3').waitFor();
    expect(app.problems).toEqual([]);
  });

  it('brings several back by the button of the message, also while searching', async () => {
    await received(5);
    await app.inbox.search.fill('/d/');
    await app.page.getByText('5 deliveries', { exact: true }).waitFor();
    await app.inbox.search.blur();
    await row(4).click();
    await row(2).click({ modifiers: ['Shift'] });
    await press('Delete');
    await hasRows(app.inbox, 2);
    await app.inbox.button('Undo').click();
    await hasRows(app.inbox, 5);
  });

  it('asks before pinned ones go, and before the list is cleared, and takes both back', async () => {
    await received(3);
    await row(3).click();
    await press('p');
    await row(1).click({ modifiers: ['Shift'] });
    await press('Delete');
    await app.page.getByText('1 of them is pinned to be kept.').waitFor();
    await app.inbox.dialog.getByRole('button', { name: 'Delete' }).click();
    await seen(() => app.inbox.rows.count()).toBe(0);
    await press('Control+z');
    await hasRows(app.inbox, 3);

    await app.inbox.button('More').click();
    await app.page.getByRole('menuitem', { name: 'Clear all deliveries' }).click();
    await app.inbox.dialog.getByRole('button', { name: 'Clear' }).click();
    await hasRows(app.inbox, 1);
    await app.inbox.toast('Cleared 2 deliveries');
    await app.inbox.button('Undo').first().click();
    await hasRows(app.inbox, 3);
  });

  it('outlives the page: another one can still take it back', async () => {
    await received(2);
    await row(1).click();
    await press('Delete');
    await hasRows(app.inbox, 1);
    await app.page.reload();
    await app.inbox.search.waitFor();
    await press('Control+z');
    await hasRows(app.inbox, 2);
  });
});

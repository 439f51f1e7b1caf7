// The list and what is around it, in a real browser: nothing moves while one reads, searches answer,
// counts are right, and what is not a proper request is listed too.

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectRaw } from '../support/raw-http.ts';
import { exampleSecret, signedRequest } from '../support/signed-requests.ts';
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

const endpointFor = (provider: string) =>
  stage.host.call('endpoints.create', {
    ...{ name: provider, path: `/${provider}`, provider },
    secrets: [{ label: 'current', value: exampleSecret(provider) }],
  });

const signedFor = (provider: string, eventType?: string) => ({
  ...signedRequest(provider, {
    secret: exampleSecret(provider),
    ...(eventType === undefined ? {} : { eventType }),
  }),
  target: `/${provider}`,
});

describe('the search', () => {
  it('finds a piece of a path, a header or a body in any case, and says how much it found', async () => {
    await stage.sendMany(3);
    await stage.send({
      target: '/orders/Zebra',
      headers: [['X-Shop', 'Nr-77']],
      body: 'a HAY-stack',
    });
    const { search } = app.inbox;
    for (const [text, found] of [
      ['zebra', 1],
      ['nr-77', 1],
      ['hay-STACK', 1],
      ['"\\"number\\":"', 3],
      ['/d/2', 1],
    ] as const) {
      await search.fill(text);
      await app.page
        .getByText(`${found} ${found === 1 ? 'delivery' : 'deliveries'}`, { exact: true })
        .waitFor();
      await hasRows(app.inbox, found);
    }
    await app.inbox.button('Clear the search').click();
    await hasRows(app.inbox, 4);
  });

  it('says in words that nothing was found, and leads back', async () => {
    await stage.sendMany(2);
    await hasRows(app.inbox, 2);
    await app.inbox.search.fill('no such thing');
    await app.page.getByText('Nothing found').waitFor();
    await app.page
      .getByText(/No stored delivery fits: contains “no”, and contains “such”/)
      .waitFor();
    await app.inbox.button('Clear the search').last().click();
    await hasRows(app.inbox, 2);
    expect(await app.inbox.search.inputValue()).toBe('');
  });

  it('takes in what comes and fits, and nothing else', async () => {
    await stage.sendMany(2);
    await app.inbox.search.fill('/d/');
    await app.page.getByText('2 deliveries', { exact: true }).waitFor();
    await stage.send({ target: '/elsewhere' });
    await stage.send({ target: '/d/later' });
    await hasRows(app.inbox, 3);
    expect(await shownPaths(app.inbox)).toEqual(['/d/later', '/d/2', '/d/1']);
  });
});

describe('new deliveries', () => {
  it('appear at once while nothing is read', async () => {
    await stage.sendMany(3);
    await hasRows(app.inbox, 3);
    await stage.send({ target: '/newest' });
    await seen(() => shownPaths(app.inbox)).toEqual(['/newest', '/d/3', '/d/2', '/d/1']);
    expect(await app.inbox.pill.count()).toBe(0);
  });

  it('never move the row that is open: a pill counts them, and brings them in', async () => {
    await stage.sendMany(8);
    await hasRows(app.inbox, 8);
    await app.inbox.open(app.inbox.row('/d/5'));
    const place = await app.inbox.selected.boundingBox();
    const before = await shownPaths(app.inbox);
    for (let number = 1; number <= 25; number++) await stage.send({ target: `/new/${number}` });
    await app.inbox.button('Show 25 new deliveries').waitFor();
    expect(await app.inbox.pill.textContent()).toBe('25 new');
    expect(await shownPaths(app.inbox)).toEqual(before);
    expect(await app.inbox.selected.boundingBox()).toEqual(place);

    await app.inbox.pill.click();
    await hasRows(app.inbox, 33);
    await seen(async () => (await shownPaths(app.inbox))[0]).toBe('/new/25');
    await app.inbox.delivery.getByRole('heading', { name: 'POST /d/5', exact: true }).waitFor();
    expect(await app.inbox.pill.count()).toBe(0);
  });

  it('never move what is scrolled to, and come in when one is back at the top', async () => {
    await stage.sendMany(60);
    await hasRows(app.inbox, 60);
    await app.inbox.list.hover();
    await app.page.mouse.wheel(0, 700);
    const row = app.inbox.row(/ \/d\/35,/);
    await row.waitFor();
    await seen(() => app.inbox.list.evaluate((list) => list.scrollTop)).toBe(700);
    const place = await row.boundingBox();
    for (let number = 1; number <= 5; number++) await stage.send({ target: `/new/${number}` });
    await app.inbox.button('Show 5 new deliveries').waitFor();
    expect(await row.boundingBox()).toEqual(place);
    await app.page.mouse.wheel(0, -700);
    await hasRows(app.inbox, 65);
    expect(await app.inbox.pill.count()).toBe(0);
  });
});

it('turns deliveries away while paused, says so, and takes them again', async () => {
  await app.inbox.button('Pause').click();
  await app.page.getByText('Deliveries are turned away with 503').waitFor();
  expect((await stage.send({ target: '/paused' })).status).toBe(503);
  await app.inbox.button('Resume').first().click();
  await app.page.getByText('Deliveries are turned away with 503').waitFor({ state: 'detached' });
  expect((await stage.send({ target: '/taken' })).status).toBe(200);
  await app.inbox.row(/\/taken/).waitFor();
});

it('changes between light and dark, and remembers it', async () => {
  const brightness = () =>
    app.page.evaluate(() =>
      Math.max(...getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number)),
    );
  for (const [choice, dark] of [
    ['Dark', true],
    ['Light', false],
    ['Dark', true],
  ] as const) {
    await app.page.locator('header').first().getByRole('button', { name: 'More' }).click();
    await app.page.getByRole('menuitemcheckbox', { name: choice }).click();
    await seen(async () => (await brightness()) < 100).toBe(dark);
  }
  await app.page.reload();
  await app.inbox.search.waitFor();
  expect(await brightness()).toBeLessThan(100);
});

it('lets the panes be resized by mouse and by keyboard, and remembers their size', async () => {
  const middle = app.page.getByRole('region', { name: 'Deliveries', exact: true });
  const width = async () => Math.round((await middle.boundingBox())!.width);
  const before = await width();
  const divider = app.page.getByRole('separator', { name: 'Width of the list' });
  const { x, y, height } = (await divider.boundingBox())!;
  await app.page.mouse.move(x, y + height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(x - 120, y + height / 2, { steps: 4 });
  await app.page.mouse.up();
  expect(await width()).toBeCloseTo(before - 120, -1);
  const dragged = await width();
  await divider.focus();
  await app.page.keyboard.press('ArrowRight');
  await seen(width).toBeGreaterThan(dragged);
  const chosen = await width();
  await app.page.reload();
  await app.inbox.search.waitFor();
  expect(await width()).toBeCloseTo(chosen, -1);
});

it.each([
  [900, 600],
  [820, 520],
])('keeps everything within reach in a window of %i × %i', async (width, height) => {
  await app.page.setViewportSize({ width, height });
  await stage.sendMany(1);
  await hasRows(app.inbox, 1);
  await app.inbox.open(app.inbox.rows.first());
  const within = await app.page
    .locator('header button, [role="tab"]')
    .filter({ visible: true })
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return [element.textContent, left >= 0 && right <= window.innerWidth];
      }),
    );
  expect(within.length).toBeGreaterThan(12);
  expect(within.filter(([, isWithin]) => !isWithin)).toEqual([]);
});

describe('the endpoints at the left', () => {
  it('count what was not seen and what failed', async () => {
    await endpointFor('stripe');
    await endpointFor('github');
    await stage.send({ target: '/other' });
    await app.inbox.open(app.inbox.row(/\/other/));
    const genuine = signedFor('stripe');
    await stage.send(genuine);
    await stage.send({ ...genuine, body: `${genuine.body} ` });
    await stage.send(signedFor('github'));
    const nav = app.page.getByRole('navigation');
    await nav.getByRole('button', { name: 'stripe 1 failed 2 new' }).waitFor();
    await nav.getByRole('button', { name: 'github 1 new' }).waitFor();
    await nav.getByRole('button', { name: 'Failed signatures 1' }).click();
    await hasRows(app.inbox, 1);
    await app.inbox.row(/from Stripe, Failed: the signature does not match/).waitFor();

    // Looked at in its own list, an endpoint has nothing new any more; what failed stays counted.
    await app.page.keyboard.press('Escape');
    await nav.getByRole('button', { name: /^stripe/ }).click();
    await hasRows(app.inbox, 2);
    await nav.getByRole('button', { name: 'stripe 1 failed', exact: true }).waitFor();
    await nav.getByRole('button', { name: 'All deliveries 4' }).click();
    await hasRows(app.inbox, 4);
    await nav.getByRole('button', { name: 'github 1', exact: true }).waitFor();
  });

  it('can be made, changed and deleted', async () => {
    const { dialog } = app.inbox;
    await app.inbox.button('New endpoint').click();
    await dialog.getByRole('button', { name: 'Create endpoint' }).click();
    await dialog.getByRole('alert').first().waitFor();
    const focused = dialog.locator(':focus');
    expect(await focused.getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Name', { exact: true }).fill('Shop');
    await dialog.getByLabel('Path', { exact: true }).fill('shop');
    await dialog.getByRole('button', { name: 'Create endpoint' }).click();
    await dialog.waitFor({ state: 'detached' });
    const nav = app.page.getByRole('navigation');
    await nav.getByRole('button', { name: 'Settings of Shop' }).click();
    expect(await dialog.getByLabel('Path', { exact: true }).inputValue()).toBe('/shop');
    await dialog.getByRole('button', { name: 'Delete endpoint' }).click();
    const question = app.page.getByRole('dialog', { name: 'Delete the endpoint “Shop”?' });
    await question.getByRole('button', { name: 'Delete endpoint' }).click();
    await nav.getByRole('button', { name: 'Settings of Shop' }).waitFor({ state: 'detached' });
  });
});

describe('what is not an ordinary delivery', () => {
  it('shows a handshake as one', async () => {
    await endpointFor('blockmark');
    const answer = await stage.send(signedFor('blockmark', 'endpoint.verify'));
    expect(answer).toEqual({ status: 200, body: 'abc123' });
    const row = app.inbox.row(/endpoint\.verify .*Handshake/);
    await row.getByText('Handshake', { exact: true }).waitFor();
    await app.inbox.open(row);
    await app.inbox.delivery.getByText(/^Handshake: BlockMark.* asked/).waitFor();
  });

  it('lists what is not HTTP, what broke off and what is too large, and says so', async () => {
    const { port } = new URL(stage.host.receiverUrl);
    const malformed = await connectRaw(Number(port));
    void malformed.send('GET /bad HTTP/9.9\r\nHost: x\r\n\r\n');
    expect((await malformed.response()).status).toBe(400);
    const aborted = await connectRaw(Number(port));
    await aborted.send('POST /cut-off HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly this');
    await app.inbox.rows.first().waitFor();
    aborted.destroy();
    await stage.host.call('settings.update', { bodyLimitBytes: 2048 });
    expect((await stage.send({ target: '/large', body: 'x'.repeat(5000) })).status).toBe(413);
    await stage.host.call('settings.update', { bodyLimitBytes: 26_214_400 });

    await hasRows(app.inbox, 3);
    for (const [words, chip, conclusion] of [
      [/Not valid HTTP/, 'Not HTTP', 'This was not a valid HTTP request'],
      [/\/cut-off, Cut off/, 'Cut off', 'The sender hung up before the request was complete'],
      [/\/large, Too large/, 'Too large', 'The body was larger than the limit'],
    ] as const) {
      const row = app.inbox.row(words);
      await row.getByText(chip, { exact: true }).waitFor();
      await app.inbox.open(row);
      await app.inbox.delivery.getByRole('heading', { name: conclusion }).waitFor();
    }
    expect(app.problems).toEqual([]);
  });

  it('has a name for what never showed its first line', async () => {
    const { port } = new URL(stage.host.receiverUrl);
    const encrypted = await connectRaw(Number(port));
    void encrypted.send('\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03');
    expect((await encrypted.response()).status).toBe(400);
    const broken = await connectRaw(Number(port));
    await broken.send('POST /orders HTTP/1.1\r\nHo');
    broken.end();
    await hasRows(app.inbox, 2);
    for (const [name, told] of [
      ['Not a request', /It is encrypted \(https\)/],
      ['Incomplete headers', /ended the connection before it was complete/],
    ] as const) {
      const row = app.inbox.row(new RegExp(`, ${name}, `));
      await row.getByText(name, { exact: true }).waitFor();
      await app.inbox.open(row);
      await app.inbox.show('Overview');
      await app.inbox.delivery.getByRole('heading', { name, exact: true }).waitFor();
      await app.inbox.delivery.getByText(told).first().waitFor();
      await app.inbox.delivery.getByText('its first line could not be read').waitFor();
      expect(
        await app.inbox.delivery.getByRole('button', { name: 'Copy as cURL' }).isDisabled(),
      ).toBe(true);
    }
    expect(app.problems).toEqual([]);
  });
});

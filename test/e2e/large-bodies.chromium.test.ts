// Bodies of 20 MiB: their beginning is there while the rest comes, the page can be used meanwhile, and
// in the end all of the body can be reached.

import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

const SIZE = 20 * 1024 * 1024;
/** How many pieces of a body come before the others are held back. */
const LET_THROUGH = 3;

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

/** Holds back the pieces of bodies that come to the page, after the first few, until it is told. */
async function holdPieces(page: Page): Promise<() => void> {
  const held: (() => void)[] = [];
  let holding = true;
  let pieces = 0;
  await page.routeWebSocket(/.*/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      const isPiece = /"base64":/.test(message.slice(0, 200).toString());
      if (isPiece && holding && ++pieces > LET_THROUGH) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  return () => {
    holding = false;
    for (const send of held) send();
  };
}

function jsonBody(): string {
  const items: string[] = [];
  for (let size = 0, i = 0; size < SIZE - 1000; i++) {
    const item = `{"id":"evt_${i}","note":"${'n'.repeat(200)}"}`;
    size += item.length + 1;
    items.push(item);
  }
  return `{"type":"first","items":[${items.join(',')}],"end":"the very last"}`;
}

function textBody(): string {
  return `the first line\n${'and another line that says nothing\n'.repeat(SIZE / 35 - 20)}the very last`;
}

it.each([
  ['application/json', jsonBody, '"first"'],
  ['text/plain', textBody, 'the first line'],
] as const)('shows all of 20 MiB of %s, its beginning first', async (type, body, first) => {
  await stage.send({ target: '/small', body: 'small' });
  await stage.send({ target: '/large', headers: [['Content-Type', type]], body: body() });
  const { inbox, page } = app;
  const release = await holdPieces(page);
  await inbox.open(inbox.row('/large'));
  await inbox.show('Body');
  const beginning = inbox.delivery.getByRole('region', { name: 'Request body, its beginning' });
  await beginning.getByText(first).first().waitFor();
  const bar = beginning.getByRole('progressbar', { name: 'Loading the body' });
  await seen(() => bar.getAttribute('aria-valuenow')).toBe('10');

  // Meanwhile the page is there for everything else.
  await inbox.show('Headers');
  await inbox.delivery.getByText('Content-Type').first().waitFor();
  await inbox.search.fill('small');
  await inbox.open(inbox.row('/small'));
  await inbox.search.fill('');
  // What the empty field suggests lies over the list until it is left.
  await inbox.search.press('Escape');
  await inbox.open(inbox.row('/large'));
  await inbox.show('Body');

  release();
  const content = inbox.delivery.getByRole('textbox', { name: 'Request body' });
  await content.getByText(first).first().waitFor();
  await page.keyboard.press('Control+f');
  await inbox.delivery.getByLabel('Find in this body').fill('the very last');
  await content.getByText('the very last').waitFor();
  expect(app.problems).toEqual([]);
});

it('shows all of 20 MiB of bytes, its beginning first', async () => {
  const bytes = Buffer.alloc(SIZE, 0x81);
  bytes.write('begin', 0);
  bytes.write('the end!', SIZE - 8);
  const octets = 'application/octet-stream';
  await stage.send({ target: '/large', headers: [['Content-Type', octets]], body: bytes });
  const release = await holdPieces(app.page);
  const { inbox } = app;
  await inbox.open(inbox.row('/large'));
  await inbox.show('Body');
  const beginning = inbox.delivery.getByRole('region', { name: 'Request body, its beginning' });
  await beginning.getByText('begin...').waitFor();
  release();
  const hex = inbox.delivery.getByRole('region', { name: 'Request body in hexadecimal' });
  await hex.waitFor();
  await inbox.delivery.getByRole('textbox', { name: 'Go to offset' }).fill(String(SIZE - 1));
  await app.page.keyboard.press('Enter');
  await hex.getByText('the end!').waitFor();
  expect(app.problems).toEqual([]);
});

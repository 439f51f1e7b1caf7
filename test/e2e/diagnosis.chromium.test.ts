// Why a signature failed, as the window tells it: the cause, where it is to be mended, the proof, and a
// button where the endpoint's settings can mend it. Each fault is made for real.

import { createHmac } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { signedRequest } from '../support/signed-requests.ts';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { picture } from './support/screenshot.ts';
import type { Outgoing } from './support/send.ts';

let stage: Stage;

const SECRET = 'whsec_stripeEndpointSecret32characters';

beforeAll(async () => {
  stage = await setStage();
});

interface Scene {
  provider?: string;
  name?: string;
  secret?: string;
  request?: Outgoing;
}

const genuine = (at = Date.now()) => signedRequest('stripe', { secret: SECRET, at });

/** Opens the signature of a delivery that arrived at an endpoint with these settings. */
async function openFailure(scene: Scene, more: () => Promise<unknown> = async () => {}) {
  const { provider = 'stripe', name = 'Stripe', secret = SECRET, request = genuine() } = scene;
  const app = await stage.open();
  const secrets = [{ label: 'current', value: secret }];
  await stage.host.call('endpoints.create', { name, path: '/hook', provider, secrets });
  await more();
  await stage.send({ target: '/hook', ...request });
  await app.inbox.open(app.inbox.rows.first());
  await app.inbox.show('Signature');
  const card = app.inbox.delivery.getByRole('region', { name: 'Why it failed' });
  return { ...app, card };
}

/** What each picture shows has no serious issue, and its page no error. */
async function take({ page, inbox, problems }: FreshApp, name: string): Promise<void> {
  await picture(page, name, inbox.delivery);
  await expectNoSeriousAxe(page);
  expect(problems).toEqual([]);
}

it('names what changed the body on the way, with the proof and what to do', async () => {
  const { headers, body } = genuine();
  const indented = JSON.stringify(JSON.parse(body.toString()), null, 2);
  const app = await openFailure({ request: { headers, body: indented } });
  await app.card
    .getByRole('heading', { name: 'The JSON of the body was written anew after it was signed' })
    .waitFor();
  await app.card.getByText('To be mended on the way from Stripe to here.').waitFor();
  await app.card.getByText(/^The signature matches/).waitFor();
  await app.card
    .getByText('At byte 2: line break (0A), 2 × space (20 20) were not signed')
    .waitFor();
  expect(await app.card.getByRole('button').count()).toBe(0);
  await take(app, 'doctor-body');
});

it('shows the byte that was added at the end of the body', async () => {
  const { headers, body } = genuine();
  const app = await openFailure({ request: { headers, body: `${body}\n` } });
  await app.card.getByRole('heading', { name: /gained a line break at its end/ }).waitFor();
  await app.card.getByText('↵ 0A').waitFor();
  await app.card.getByText(/^At byte \d+: line break \(0A\) was not signed, but came\.$/).waitFor();
  await take(app, 'doctor-newline');
});

it('mends a secret at a click, and the delivery is genuine', async () => {
  const app = await openFailure({ secret: ` ${SECRET}\n` });
  await app.card.getByRole('heading', { name: /the secret "current" that is no part/ }).waitFor();
  await app.card.getByText('To be mended in the settings of this endpoint.').waitFor();
  await take(app, 'doctor-secret');
  const fix = app.card.getByRole('button', { name: 'Use the secret without it' });
  await fix.focus();
  await app.page.keyboard.press('Enter');
  const { delivery } = app.inbox;
  await delivery.getByRole('heading', { name: /^Genuine: Stripe signed it/ }).waitFor();
  await app.page.getByText('The secret “current” was mended').waitFor();
  await app.page.getByText('By it this delivery is genuine.').waitFor();
  expect(await app.page.content()).not.toContain(SECRET);
});

it('does what is suggested from the palette, too', async () => {
  const app = await openFailure({ provider: 'github', name: 'Shop' });
  await app.card.getByRole('heading', { name: /^It is signed the way Stripe does/ }).waitFor();
  await app.card.getByRole('button', { name: 'Set the provider to Stripe' }).waitFor();
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.inbox.dialog.getByRole('combobox').fill('diagnosis suggests');
  await app.page.keyboard.press('Enter');
  const { delivery } = app.inbox;
  await delivery.getByRole('heading', { name: /^Genuine: Stripe signed it/ }).waitFor();
});

it('tells two faults at once, and leaves the one that cannot be set here', async () => {
  const { headers, body } = genuine();
  const indented = JSON.stringify(JSON.parse(body.toString()), null, 2);
  const app = await openFailure({ secret: `${SECRET} `, request: { headers, body: indented } });
  await app.card
    .getByRole('heading', { name: /white space around.*, and the JSON of the body/ })
    .waitFor();
  await app.card.getByText(/^The signature matches only with both together/).waitFor();
  await take(app, 'doctor-both');
  await app.card.getByRole('button', { name: 'Use the secret without it' }).click();
  await app.card
    .getByRole('heading', { name: 'The JSON of the body was written anew after it was signed' })
    .waitFor();
});

it('opens the secrets where only their owner can tell the right one', async () => {
  const app = await openFailure({ secret: 'sk_test_51NotASigningSecret' });
  await app.card.getByRole('heading', { name: /is a secret API key/ }).waitFor();
  await app.card.getByRole('button', { name: 'Check the signing secrets' }).click();
  await app.inbox.dialog.getByRole('button', { name: 'Add a secret' }).waitFor();
  const focused = await app.page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toContain('Add a secret');
});

it('names the endpoint whose secret it was', async () => {
  const shop = { name: 'Shop', path: '/shop', provider: 'stripe' };
  const secrets = [{ label: 'current', value: SECRET }];
  const app = await openFailure({ secret: 'whsec_ofAnotherEndpoint000000000000000' }, () =>
    stage.host.call('endpoints.create', { ...shop, secrets }),
  );
  await app.card.getByRole('heading', { name: /of the endpoint "Shop"/ }).waitFor();
  await take(app, 'doctor-endpoint');
});

it('takes over the URL that was signed: this delivery and the next are genuine', async () => {
  // By hand, as Square's document says: HMAC-SHA256 of the notification URL and the body.
  const url = new URL('/hook', stage.host.receiverUrl).href.replace('127.0.0.1', 'localhost');
  const body = '{"type":"payment.created","event_id":"6a8f5f28"}';
  const signature = createHmac('sha256', 'sq-key')
    .update(url + body)
    .digest('base64');
  const request: Outgoing = {
    headers: [
      ['Content-Type', 'application/json'],
      ['x-square-hmacsha256-signature', signature],
    ],
    body,
  };
  const square = { provider: 'square', name: 'Square', secret: 'sq-key', request };
  const app = await openFailure(square);
  await app.card.getByRole('heading', { name: /^Square signed another URL/ }).waitFor();
  await app.card.getByText(url).first().waitFor();
  await take(app, 'doctor-url');
  await app.card.getByRole('button', { name: 'Use this URL' }).click();
  await app.inbox.delivery.getByRole('heading', { name: /^Genuine: Square/ }).waitFor();
  await stage.send({ target: '/hook', ...request });
  const { items } = await stage.host.call('deliveries.list', {});
  expect(items.map(({ verdict }) => verdict.status)).toEqual(['verified', 'verified']);
});

it('says of a genuine but old one that it is old', async () => {
  const app = await openFailure({ request: genuine(Date.now() - 3 * 3_600_000) });
  await app.card.getByRole('heading', { name: /signed too long before it arrived/ }).waitFor();
  await app.card.getByRole('button', { name: /^Set the tolerance to 4 h$/ }).waitFor();
  await take(app, 'doctor-time');
});

it('tells what comes from the sender but lost its signature', async () => {
  const { headers, body } = signedRequest('github', { secret: 'x' });
  const unsigned = headers.filter(([name]) => !name.startsWith('X-Hub-'));
  const request = { headers: unsigned, body };
  const app = await openFailure({ provider: 'github', name: 'GitHub', secret: 'x', request });
  await app.card.getByRole('heading', { name: /GitHub/ }).waitFor();
  await take(app, 'doctor-header');
});

it('says what was ruled out where nothing explains it', async () => {
  const app = await openFailure({ secret: 'whsec_ofAnotherEndpoint000000000000000' });
  const { delivery } = app.inbox;
  await delivery.getByRole('heading', { name: 'The signature does not match' }).waitFor();
  const tried = delivery.getByRole('region', { name: 'What was tried' });
  await tried.getByRole('heading', { name: /^Ruled out/ }).waitFor();
  expect(await tried.getByRole('listitem').count()).toBeGreaterThan(5);
  await take(app, 'doctor-unknown');
});

it('says where the description of a provider may be what is wrong', async () => {
  // Whichever is not confirmed yet: that changes as documents are found.
  const { items } = await stage.host.call('providers.list', {});
  const doubted = items.find(
    ({ confidence, scheme, signatureHeader }) =>
      confidence === 'unconfirmed' && signatureHeader !== null && scheme.startsWith('HMAC'),
  );
  const { id: provider, name, signatureHeader } = doubted!;
  const request: Outgoing = {
    headers: [[signatureHeader!, Buffer.alloc(32).toString('base64')]],
    body: '{"event_id":"1"}',
  };
  const { inbox, page } = await openFailure({ provider, name, secret: 'x', request });
  await inbox.delivery.getByText(/was not confirmed by a document: a failure may be/).waitFor();
  await inbox.delivery.getByText('unconfirmed', { exact: true }).waitFor();
  await expectNoSeriousAxe(page);
});

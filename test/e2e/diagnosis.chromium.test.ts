// Why a signature failed, as the window tells it: the cause, where it is to be mended, the proof, and a
// button where the endpoint's settings can mend it. Each fault is made for real.

import { beforeAll, expect, it } from 'vitest';
import { signedRequest } from '../support/signed-requests.ts';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { screenshot } from './support/screenshot.ts';

let stage: Stage;

const SECRET = 'whsec_stripeEndpointSecret32characters';

beforeAll(async () => {
  stage = await setStage();
});

interface Scene {
  provider?: string;
  secret?: string;
  publicUrl?: string;
  /** Changes what was signed, as something on the way would. */
  change?: (body: string) => string;
}

/** Opens the signature of a Stripe delivery that arrived in such circumstances. */
async function openFailure({ secret = SECRET, change = (body) => body }: Scene): Promise<FreshApp> {
  const app = await stage.open();
  await stage.host.call('endpoints.create', {
    ...{ name: 'Stripe', path: '/stripe', provider: 'stripe' },
    secrets: [{ label: 'current', value: secret }],
  });
  const { headers, body } = signedRequest('stripe', { secret: SECRET });
  await stage.send({ target: '/stripe', headers, body: change(body.toString()) });
  await app.inbox.open(app.inbox.rows.first());
  await app.inbox.show('Signature');
  return app;
}

const why = ({ inbox }: FreshApp) => inbox.delivery.getByRole('region', { name: 'Why it failed' });

it('names what changed the body on the way, with the proof and what to do', async () => {
  const app = await openFailure({ change: (body) => `${body}\n` });
  const card = why(app);
  await card.getByRole('heading', { name: /line break/ }).waitFor();
  await card.getByText('To be mended on the way from Stripe to here.').waitFor();
  await card.getByText(/^The signature matches/).waitFor();
  expect(await card.getByRole('button').count()).toBe(0);
  await screenshot(app.page, 'diagnosis-newline', 'light');
  await screenshot(app.page, 'diagnosis-newline', 'dark');
  await expectNoSeriousAxe(app.page);
  expect(app.problems).toEqual([]);
});

it('opens the secrets where the secret is at fault', async () => {
  const app = await openFailure({ secret: ` ${SECRET}\n` });
  const card = why(app);
  await card.getByRole('heading', { name: /white space/ }).waitFor();
  await card.getByText('To be mended in the settings of this endpoint.').waitFor();
  await screenshot(app.page, 'diagnosis-secret', 'dark');
  await expectNoSeriousAxe(app.page);
  await card.getByRole('button', { name: 'Check the signing secrets' }).click();
  await app.inbox.dialog.getByRole('button', { name: 'Add a secret' }).waitFor();
  expect(await app.page.evaluate(() => document.activeElement?.textContent)).toContain(
    'Add a secret',
  );
});

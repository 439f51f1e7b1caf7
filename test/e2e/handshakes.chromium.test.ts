// Handshakes as a person sees them: what was asked and answered, what is left to decide, and the switch.

import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type Stage, setStage } from './support/fresh-app.ts';
import { screenshot } from './support/screenshot.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

it('shows a handshake with what was answered, and lets a secret that it brought be stored', async () => {
  const { page, inbox, problems } = await stage.open();
  const { id } = await stage.host.call('endpoints.create', {
    ...{ name: 'Tasks', path: '/asana', provider: 'asana' },
    secrets: [{ label: 'first', value: 'the secret of an earlier webhook' }],
  });
  await stage.send({
    target: '/asana',
    headers: [['X-Hook-Secret', 'b537207f20cbfa02357cf448134da559']],
  });
  await inbox.open(inbox.rows.first());
  await inbox.delivery.getByText(/answered the handshake itself, with 200/).waitFor();
  await inbox.delivery.getByText(/this endpoint has one already/).waitFor();
  await expectNoSeriousAxe(page);
  await screenshot(page, 'handshake-secret', 'light');
  await screenshot(page, 'handshake-secret', 'dark');
  await inbox.button('Store this secret').click();
  await inbox.button('Secret stored').waitFor();
  const { items } = await stage.host.call('endpoints.list', {});
  expect(items.find((endpoint) => endpoint.id === id)?.secrets).toHaveLength(2);
  expect(problems).toEqual([]);
});

it('asks before a provider is called back', async () => {
  const { page, inbox, problems } = await stage.open();
  await stage.host.call('endpoints.create', {
    ...{ name: 'Topics', path: '/sns', provider: 'aws-sns' },
  });
  const url = 'https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f';
  await stage.send({
    target: '/sns',
    headers: [['x-amz-sns-message-type', 'SubscriptionConfirmation']],
    body: JSON.stringify({ Type: 'SubscriptionConfirmation', SubscribeURL: url }),
  });
  await inbox.open(inbox.rows.first());
  await inbox.delivery
    .getByText(/its own address sns\.us-west-2\.amazonaws\.com is called/)
    .waitFor();
  await inbox.button('Confirm').waitFor();
  await screenshot(page, 'handshake-confirm', 'light');
  await screenshot(page, 'handshake-confirm', 'dark');
  expect(problems).toEqual([]);
});

it('is switched off in the endpoint’s settings, where the provider has handshakes', async () => {
  const { page, inbox, problems } = await stage.open();
  const { id } = await stage.host.call('endpoints.create', {
    ...{ name: 'Topics', path: '/sns', provider: 'aws-sns' },
  });
  await stage.send({ target: '/sns', body: '{}' });
  await inbox.open(inbox.rows.first());
  await inbox.delivery.getByRole('button', { name: 'Topics /sns' }).click();
  await inbox.dialog.getByRole('button', { name: /^More/ }).click();
  const answers = inbox.dialog.getByRole('switch', { name: 'Answer handshakes' });
  const confirms = inbox.dialog.getByRole('switch', { name: 'Confirm without asking' });
  expect([await answers.isChecked(), await confirms.isChecked()]).toEqual([true, false]);
  await confirms.scrollIntoViewIfNeeded();
  await expectNoSeriousAxe(page);
  await screenshot(page, 'handshake-switch', 'light');
  await screenshot(page, 'handshake-switch', 'dark');
  await answers.click();
  await inbox.dialog.getByRole('button', { name: 'Save' }).click();
  await inbox.dialog.waitFor({ state: 'hidden' });
  const { items } = await stage.host.call('endpoints.list', {});
  expect(items.find((endpoint) => endpoint.id === id)).toMatchObject({ handshakes: false });
  expect(problems).toEqual([]);
});

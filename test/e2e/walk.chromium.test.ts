// README's five-minute walk in a real Chromium, on a fresh data folder, literally.

import { expect, it } from 'vitest';
import { openApp, openChromium } from './support/chromium.ts';
import { startHeadless } from './support/headless.ts';
import { inboxOf } from './support/inbox.ts';
import * as steps from './walk.ts';

it('goes as README says, and is all there again after a restart', async () => {
  const host = await startHeadless();
  const browser = await openChromium();
  const { page, problems } = await openApp(browser, host.uiUrl);
  const inbox = inboxOf(page);

  expect(await steps.receiverAt(page)).toBe(host.receiverUrl);
  await inbox.button('Get a public URL').first().waitFor();
  await steps.makeEndpoint(inbox);
  await steps.sendSignedRequest(host.receiverUrl);
  await steps.seeItVerified(inbox);
  await steps.sendForgery(host.receiverUrl);
  await steps.seeItFail(inbox);
  await steps.forwardAndReplay(inbox);
  await steps.seeItForwarded(inbox, host.receiverUrl);
  expect(problems).toEqual([]);

  await page.close();
  expect(await host.stop()).toBe(0);
  const again = await startHeadless({ dataDir: host.dataDir });
  const { page: newPage } = await openApp(browser, again.uiUrl);
  await steps.seeEverythingAgain(newPage);
});

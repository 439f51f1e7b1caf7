// README's five-minute walk in the desktop app, in a real Electron, literally.

import { expect, it } from 'vitest';
import { makeFolder } from './support/at-end.ts';
import { fillWithDemo } from './support/demo.ts';
import { launchElectron } from './support/electron.ts';
import { startHeadless } from './support/headless.ts';
import { inboxOf } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';
import * as steps from './walk.ts';

it('goes as README says, and is all there again after a restart', async () => {
  const { page, problems, dataDir, close } = await launchElectron();
  const inbox = inboxOf(page);
  const receiverUrl = await steps.receiverAt(page);

  await inbox.button('Get a public URL').first().waitFor();
  await steps.makeEndpoint(inbox);
  await steps.sendSignedRequest(receiverUrl);
  await steps.seeItVerified(inbox);
  await steps.sendForgery(receiverUrl);
  await steps.seeItFail(inbox);
  await steps.forwardAndReplay(inbox);
  await steps.seeItForwarded(inbox, receiverUrl);
  expect(problems).toEqual([]);

  await close();
  const again = await launchElectron({ dataDir });
  await steps.seeEverythingAgain(again.page);
  await again.close();
});

it('opens the data of the command, and shows it as the browser does', async () => {
  const dataDir = makeFolder();
  const command = await startHeadless({ dataDir });
  await fillWithDemo(command);
  expect(await command.stop()).toBe(0);

  const { page, problems, close } = await launchElectron({ dataDir });
  const inbox = inboxOf(page);
  await inbox.open(inbox.row(/certificate\.minted at .*Failed/));
  await inbox.show('Signature');
  await inbox.delivery
    .getByText('The body gained a line break at its end after it was signed')
    .waitFor();
  await inbox.button('All deliveries 19').waitFor();
  await picture(page, 'desktop');
  expect(problems).toEqual([]);
  await close();
});

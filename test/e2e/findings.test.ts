// What `hookglass --json` prints of a delivery that was not verified: first the delivery, then why.

import { expect, it } from 'vitest';
import { signedRequest } from '../support/signed-requests.ts';
import { startHeadless } from './support/headless.ts';
import { send } from './support/send.ts';

const SECRET = 'the-right-secret';

it('prints the findings behind the delivery, and none for one that is genuine', async () => {
  const host = await startHeadless({ args: ['--provider', 'github', '--secret', `${SECRET} `] });
  const { headers, body } = signedRequest('github', { secret: SECRET });
  await send(host.receiverUrl, { headers, body });
  const { deliveryId, findings } = await host.waitFor('findings');
  expect(findings).toMatchObject([{ cause: 'secret-whitespace', side: 'here' }]);
  const lines = host.printed();
  const first = lines.findIndex((line) => line.type === 'delivery');
  expect(lines[first]).toMatchObject({ delivery: { id: deliveryId, verdict: { findings: [] } } });
  expect(first).toBeLessThan(lines.findIndex(({ type }) => type === 'findings'));
  expect(JSON.stringify(lines)).not.toContain(SECRET);

  const genuine = signedRequest('github', { secret: `${SECRET} ` });
  await send(host.receiverUrl, { target: '/genuine', ...genuine });
  await host.waitFor('delivery', ({ delivery }) => delivery.target === '/genuine');
  const wrong = { headers, body: `${body}\n` };
  await send(host.receiverUrl, { target: '/wrong', ...wrong });
  const { delivery } = await host.waitFor('delivery', (line) => line.delivery.target === '/wrong');
  await host.waitFor('findings', (line) => line.deliveryId === delivery.id);
  const told = host.printed().filter(({ type }) => type === 'findings');
  expect(told).toHaveLength(2);
  await host.stop();
});

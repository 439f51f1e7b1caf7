// The test that is copied for Vitest, run by Vitest against a handler that verifies what it gets.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { snippetOf } from '../../../../src/renderer/lib/snippets/index.ts';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { BODIES, request } from './requests.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const AT = Date.parse('2026-03-04T05:06:07.089Z');

/** A handler of a user: Stripe's own library, which looks at the clock. */
const HANDLER = `import Stripe from 'stripe';
const { webhooks } = new Stripe('sk_test_x');
export async function handler(request) {
  const body = Buffer.from(await request.arrayBuffer());
  try {
    webhooks.constructEvent(body, request.headers.get('stripe-signature'), process.env.SECRET);
    return new Response('ok');
  } catch (error) {
    return new Response(error.message, { status: 400 });
  }
}
`;

/** Below the project, so that its own Vitest is found. */
async function runVitest(test: string): Promise<{ passed: boolean; output: string }> {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/hookglass-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'handler.js'), HANDLER);
  writeFileSync(join(folder, 'delivery.test.js'), test);
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {};');
  return new Promise((resolve) => {
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder];
    const env = { ...process.env, SECRET: exampleSecret('stripe'), VITEST: '', NODE_ENV: '' };
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ passed: error === null, output: stdout + stderr });
    });
  });
}

const copied = (body: Buffer) => {
  const secret = exampleSecret('stripe');
  const signed = signedRequest('stripe', { secret, body, at: AT });
  const receivedAt = new Date(AT).toISOString();
  return snippetOf('vitest')!.write(request({ ...signed, receivedAt, target: '/stripe' }));
};

it('passes long after the signature went out of date, as the clock is set back', async () => {
  const hostile = JSON.stringify({ id: 'evt_1', text: BODIES[2]![1].toString() });
  const { passed, output } = await runVitest(copied(Buffer.from(hostile)));
  expect(output).toContain('1 passed');
  expect(passed).toBe(true);
});

it('fails when a byte of the body is changed', async () => {
  const { passed, output } = await runVitest(
    copied(Buffer.from('{"id":"evt_1"}')).replace('evt_1', 'evt_2'),
  );
  expect(output).toMatch(/expected 400 to be less than 300/);
  expect(passed).toBe(false);
});

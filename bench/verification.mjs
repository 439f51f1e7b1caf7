// `node bench/verification.mjs`: what judging a signature costs by itself, for every provider that signs
// with an HMAC, beside the bare HMAC of the same body; and what loading the catalogue adds to a start.

import { execFileSync } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median } from './lib/numbers.mjs';

const root = new URL('..', import.meta.url);
const bundles = new URL('node_modules/.cache/hookglass-bench/', root);
const BODY_BYTES = 1024;
const AT = Date.parse('2026-03-04T12:00:00Z');
const BYTES = Buffer.alloc(32, 7);
/** Each provider takes one of these for a secret. */
const SECRETS = [
  'a secret of no form',
  `whsec_${BYTES.toString('base64')}`,
  BYTES.toString('hex'),
  BYTES.toString('base64'),
];

if (process.argv[2] === '--bundle') {
  const { bundle } = await import('../scripts/lib/bundle.mjs');
  const source = new URL('src/main/engine/verify/', root);
  await bundle({ verify: new URL('index.ts', source) }, bundles);
  // By itself, as what else verification consists of is loaded in any case.
  await bundle({ catalogue: new URL('providers.ts', source) }, bundles);
  process.exit();
}
// In a process of its own, so that nothing of the bundler is loaded when the catalogue is.
execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--bundle'], { stdio: 'inherit' });
const before = performance.now();
await bundled('catalogue');
const loadMs = performance.now() - before;
const verify = await bundled('verify');

const hmacMicros = microsOf(() =>
  createHmac('sha256', SECRETS[0] ?? '')
    .update(Buffer.alloc(BODY_BYTES, 0x61))
    .digest(),
);
const providers = verify
  .providerInfos()
  .filter((/** @type {any} */ { scheme }) => scheme.startsWith('HMAC'))
  .flatMap((/** @type {any} */ { id }) => {
    const judged = judgedRequest(id);
    return judged === null ? [] : [{ id, micros: microsOf(judged) }];
  })
  .sort((/** @type {any} */ a, /** @type {any} */ b) => a.micros - b.micros);
const micros = median(providers.map((/** @type {any} */ each) => each.micros));
const result = {
  loadMs,
  hmacMicros,
  providers: providers.length,
  micros,
  slowest: providers.at(-1),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

/** @param {string} name */
function bundled(name) {
  return import(pathToFileURL(fileURLToPath(new URL(`${name}.mjs`, bundles))).href);
}

/**
 * Judges a genuine request of the provider with a body of 1 KB; null where it signs something that no
 * edited body can show.
 * @param {string} id
 */
function judgedRequest(id) {
  for (const value of SECRETS) {
    const sample = verify.signSample({
      ...{ provider: id, options: {}, secret: value, at: AT, newId: randomUUID },
      url: { origin: 'https://hooks.example', target: '/' },
      edit: padded,
    });
    if ('problem' in sample) continue;
    const { method, target, headers, body } = sample;
    const request = {
      ...{ method, target, headers, body: { kind: 'memory', bytes: body } },
      ...{ publicOrigin: 'https://hooks.example', complete: true },
    };
    const secrets = [{ label: 'current', value }];
    const config = { provider: id, providerOptions: {}, toleranceSeconds: null, secrets };
    const judge = () => verify.interpret(request, config, AT);
    if (judge().verdict.status === 'verified') return judge;
  }
  return null;
}

/** @param {Buffer} body */
function padded(body) {
  const missing = Math.max(0, BODY_BYTES - body.length - 12);
  const text = body.toString();
  return Buffer.from(
    text.startsWith('{') ? text.replace('{', `{"pad":"${'x'.repeat(missing)}",`) : text,
  );
}

/**
 * The median of many short rounds, in microseconds a call.
 * @param {() => unknown} work
 */
function microsOf(work) {
  const rounds = Array.from({ length: 60 }, () => {
    const started = performance.now();
    for (let call = 0; call < 100; call++) work();
    return (performance.now() - started) * 10;
  });
  return median(rounds.slice(20));
}

// `npm run bench`: measures the built headless host beside a bare server and mockttp, in one run on one
// machine. Absolute figures move from run to run; the ratios are the point.
//
//   npm run bench                 everything but the store of a million
//   npm run bench -- --full       that too (some minutes more)
//   npm run bench -- --quick      short rounds and a small store: does it work at all
//   npm run bench -- --markdown   the tables for docs/performance.md; --json: the bare figures

import { parseArgs } from 'node:util';
import { build, isBuildStale } from '../scripts/lib/build.mjs';
import { asMarkdown, asText, machine, tablesOf } from './lib/report.mjs';
import { measureForwarding } from './parts/forwarding.mjs';
import { measureInterface } from './parts/interface.mjs';
import { measureLargeBodies } from './parts/large-bodies.mjs';
import { measureSearch } from './parts/search.mjs';
import { measureStart } from './parts/start.mjs';
import { measureThroughput } from './parts/throughput.mjs';
import { measureVerification } from './parts/verification.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});

const size = values.quick
  ? {
      rounds: 1,
      roundSeconds: 2,
      warmUpSeconds: 1,
      seconds: 2,
      starts: 3,
      rows: 5_000,
      openings: 10,
      stores: [5_000],
    }
  : {
      rounds: 7,
      roundSeconds: 3,
      warmUpSeconds: 8,
      seconds: 5,
      starts: 5,
      rows: 100_000,
      openings: 100,
      stores: values.full ? [50_000, 1_000_000] : [50_000],
    };

if (isBuildStale()) {
  const built = await build();
  if (!built.ok) throw new Error(`The build failed.\n${built.output}`);
}

const start = await told('start', () => measureStart(size));
const verification = await told('verification', () => measureVerification(size));
const throughput = await told('throughput', () => measureThroughput(size));
const forwarding = await told('forwarding', () => measureForwarding(size));
const largeBodies = await told('large bodies', measureLargeBodies);
const search = [];
for (const deliveries of size.stores) {
  const part = () => measureSearch({ deliveries, seconds: size.seconds });
  search.push(await told(`a store of ${deliveries}`, part));
}

const page = await told('the interface', () => measureInterface(size));

const results = {
  machine: machine(),
  start,
  verification,
  throughput,
  forwarding,
  largeBodies,
  search,
  interface: page,
};
if (values.json) {
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
} else {
  const tables = tablesOf(results).map(values.markdown ? asMarkdown : asText);
  process.stdout.write(`${[results.machine, ...tables].join('\n\n')}\n`);
}

/**
 * Runs a part; says so on standard error, as each takes a while.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} part
 * @returns {Promise<T>}
 */
function told(name, part) {
  process.stderr.write(`Measuring ${name} …\n`);
  return part();
}

// The tables: for a terminal and, with the same rows, as markdown for the documentation.

import { cpus, release, totalmem, type } from 'node:os';

/** @typedef {{ title: string, head: string[], rows: string[][] }} Table */

/** @param {any} results */
export function tablesOf(results) {
  return [
    throughputTable(results.throughput),
    forwardingTable(results.forwarding),
    verificationTable(results.verification),
    ...results.search.map(searchTable),
    resourcesTable(results),
    ...(results.interface
      ? [interfaceTable(results.interface), openingTable(results.interface.opening)]
      : []),
  ];
}

/** The machine, in a line. */
export function machine() {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GiB`;
  const model = cpu?.model.trim() || process.arch;
  return `${type()} ${release()}, ${cpus().length} × ${model}, ${memory}, Node ${process.version}`;
}

/** @param {any} throughput */
function throughputTable({ bare, mockttp, hookglass, json, ...ratios }) {
  const { ofBare, jsonOfBare, mockttpOfBare, timesMockttp } = ratios;
  const row = (
    /** @type {string} */ name,
    /** @type {any} */ rate,
    /** @type {string} */ ofBare,
  ) => [
    name,
    Math.round(rate.perSecond).toLocaleString('en-US'),
    ms(rate.p50),
    ms(rate.p99),
    ofBare,
  ];
  return {
    title: '1 KB signed JSON, 32 connections',
    head: ['Server', 'Requests/s', 'p50', 'p99', 'Of bare'],
    rows: [
      row('bare node:http: reads the body, answers 200', bare, '1'),
      row('mockttp, one rule', mockttp, mockttpOfBare.toFixed(2)),
      row(
        `Hookglass: captured, verified, committed (${judge(timesMockttp, '≥', 3, 1)} × mockttp)`,
        hookglass,
        judge(ofBare, '≥', 0.5, 2),
      ),
      row('Hookglass with --json: each printed whole too', json, jsonOfBare.toFixed(2)),
    ],
  };
}

/** @param {any} forwarding */
function forwardingTable({ direct, through, addedMs }) {
  return {
    title: 'Forwarding, one request at a time',
    head: ['Way', 'p50', 'p99'],
    rows: [
      ['to the destination itself', ms(direct.p50), ms(direct.p99)],
      ['through Hookglass', ms(through.p50), ms(through.p99)],
      ['added', `${judge(addedMs, '≤', 1, 2)} ms`, ''],
    ],
  };
}

/** @param {any} verification */
function verificationTable({ providers, micros, hmacMicros, slowest, loadMs }) {
  return {
    title: `Verifying 1 KB, over ${providers} providers that sign with an HMAC`,
    head: ['What', 'Measured'],
    rows: [
      ['the bare HMAC of as many bytes', `${hmacMicros.toFixed(1)} µs`],
      ['verdict, event type and id, median', `${judge(micros, '≤', 40, 1)} µs`],
      [`the slowest provider, ${slowest.id}`, `${slowest.micros.toFixed(1)} µs`],
      ['loading the catalogue at start', `${judge(loadMs, '≤', 20, 1)} ms`],
    ],
  };
}

/** @param {any} results */
function searchTable(results) {
  const { deliveries, listMs, newestTenth, noMatch, receive, seedPerSecond, filters } = results;
  // The targets for the default retention, and for a store of a million.
  const many = deliveries > 50_000;
  const complete = many ? 3000 : 100;
  return {
    title: `${deliveries.toLocaleString('en-US')} stored deliveries`,
    head: ['What', 'Measured'],
    rows: [
      ['stored through the receiver', `${Math.round(seedPerSecond)} deliveries/s`],
      ['first page', `${judge(listMs, '≤', 20, 1)} ms`],
      [
        'search, first match in the newest tenth',
        `${judge(newestTenth.firstMs, '≤', many ? 300 : 100, 1)} ms`,
      ],
      ['that search, complete', `${judge(newestTenth.completeMs, '≤', complete, 0)} ms`],
      ...filters.map((/** @type {any} */ { query, firstMs }) => [
        `first results of \`${query}\``,
        `${judge(firstMs, '≤', many ? 300 : 100, 1)} ms`,
      ]),
      ['search without a match, complete', `${judge(noMatch.completeMs, '≤', complete, 0)} ms`],
      ['receive p99 at 1,000/s, idle', ms(receive.idleP99)],
      [
        `receive p99 at 1,000/s, during searches`,
        `${ms(receive.searchingP99)} (${judge(receive.ratio, '≤', 2, 1)} × idle)`,
      ],
    ],
  };
}

/** @param {any} results */
function resourcesTable({ search, largeBodies, start }) {
  return {
    title: 'Memory and start',
    head: ['What', 'Measured'],
    rows: [
      ...search.map((/** @type {any} */ { deliveries, memoryMiB }) => [
        `resident after ${deliveries.toLocaleString('en-US')} deliveries`,
        `${judge(memoryMiB, '≤', 250, 0)} MiB`,
      ]),
      [
        `resident while receiving ${largeBodies.bodies} bodies of 25 MiB at once`,
        `${judge(largeBodies.highestMiB, '≤', 250, 0)} MiB`,
      ],
      ['headless host ready', `${judge(start.readyMs, '≤', 500, 0)} ms`],
    ],
  };
}

/** @param {any} page */
function interfaceTable({ rows, perSecond, idle, busy }) {
  const row = (/** @type {string} */ what, /** @type {any} */ frames) => [
    what,
    ms(frames.median),
    `${judge(frames.longest, '≤', 50, 0)} ms`,
    `${frames.long} of ${frames.frames}`,
  ];
  return {
    title: `The interface in Chromium, scrolling through ${rows.toLocaleString('en-US')} rows`,
    head: ['Meanwhile', 'Frame, median', 'Longest', 'Over 50 ms'],
    rows: [
      row('nothing arrives', idle),
      row(`${Math.round(perSecond).toLocaleString('en-US')} deliveries/s arrive`, busy),
    ],
  };
}

/** @param {any} opening */
function openingTable({ small, large, live }) {
  const row = (
    /** @type {string} */ what,
    /** @type {any} */ times,
    /** @type {number} */ target,
  ) => [
    what,
    ms(times.median),
    `${judge(times.p95, '≤', target, 0)} ms`,
    `${times.longest.toFixed(0)} ms`,
    times.cpuMs === undefined ? '' : ms(times.cpuMs),
    String(times.times),
  ];
  const rate = Math.round(live.perSecond).toLocaleString('en-US');
  return {
    title: 'From a key press to the paint that shows it',
    head: ['What', 'Median', '95 % within', 'Longest', 'Processor', 'Times'],
    rows: [
      row('opening a delivery', small, 50),
      row('opening a delivery of 1 MB of JSON, at its body', large, 150),
      row(`any key while ${rate} deliveries/s arrive (16 ms or less count as 16)`, live, 100),
    ],
  };
}

/** @param {number} value Milliseconds. */
function ms(value) {
  return `${value.toFixed(2)} ms`;
}

/**
 * A figure with what it should reach.
 * @param {number} value
 * @param {'≥' | '≤'} sign
 * @param {number} target
 * @param {number} digits
 */
function judge(value, sign, target, digits) {
  const reached = sign === '≥' ? value >= target : value <= target;
  return `${value.toFixed(digits)}${reached ? '' : ` (short of ${sign} ${target})`}`;
}

/** @param {Table} table */
export function asText({ title, head, rows }) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd();
  return [title, ...[head, ...rows].map((row) => `  ${line(row)}`)].join('\n');
}

/** @param {Table} table */
export function asMarkdown({ title, head, rows }) {
  const line = (/** @type {string[]} */ row) => `| ${row.join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

// The load generator, run as a process of its own: sends the same HTTP request over many keep-alive
// connections and times the answers. Raw sockets and ready-made bytes, so that the machine's time goes
// to the server. Takes its job as JSON in its first argument and prints its result as JSON.

import { connect } from 'node:net';
import { createAnswerReader } from './lib/answer-reader.mjs';

/**
 * @typedef {object} Job
 * @property {string} host
 * @property {number} port
 * @property {string} head Request line and headers, up to and with the empty line.
 * @property {string} body
 * @property {number} connections
 * @property {number} [seconds] How long to measure; or
 * @property {number} [count] how many requests to send.
 * @property {number} [warmUpSeconds] Load before that, which is not counted.
 * @property {number} [perSecond] Paced at this rate in all; as fast as answered when left out.
 * @property {number} [counterAt] Offset in the body of ten digits that count the requests up.
 *
 * @typedef {object} Result
 * @property {number} requests
 * @property {number} perSecond
 * @property {number} p50 Milliseconds from the last byte's write to the answer's last byte.
 * @property {number} p99
 * @property {number} max
 * @property {Record<string, number>} statuses How often each status was answered.
 */

const COUNTER_DIGITS = 10;

/** @type {Job} */
const job = JSON.parse(process.argv[2] ?? '{}');
/** @type {number[]} */
const latencies = [];
/** @type {Record<string, number>} */
const statuses = {};
let sent = 0;
let open = job.connections;
let finished = false;
const begin = performance.now();
const measureFrom = begin + (job.warmUpSeconds ?? 0) * 1000;
const measureTo =
  job.seconds === undefined ? Number.POSITIVE_INFINITY : measureFrom + job.seconds * 1000;

for (let index = 0; index < job.connections; index++) openConnection(index);

/** @param {number} index */
function openConnection(index) {
  const socket = connect(job.port, job.host);
  socket.setNoDelay(true);
  // One for each connection: its counter must not change while the bytes are still being sent.
  const request = Buffer.from(job.head + job.body, 'latin1');
  const counterAt = job.counterAt === undefined ? null : job.head.length + job.counterAt;
  const gapMs = job.perSecond ? (1000 * job.connections) / job.perSecond : 0;
  let due = begin + (gapMs * index) / job.connections;
  let sentAt = 0;

  function send() {
    if (finished || sent === job.count) {
      socket.end();
      return;
    }
    sent++;
    if (counterAt !== null) {
      request.write(String(sent).padStart(COUNTER_DIGITS, '0'), counterAt, 'latin1');
    }
    sentAt = performance.now();
    socket.write(request);
  }

  function sendWhenDue() {
    due += gapMs;
    const wait = due - performance.now();
    if (gapMs === 0 || wait <= 0) send();
    else setTimeout(send, wait);
  }

  const read = createAnswerReader((status) => {
    const now = performance.now();
    if (now >= measureTo) finished = true;
    else if (now >= measureFrom) {
      latencies.push(now - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    sendWhenDue();
  });
  socket.on('connect', sendWhenDue);
  socket.on('data', read);
  socket.on('error', (error) => fail(`${error.message} (after ${latencies.length} answers)`));
  socket.on('close', () => {
    if (!finished && sent !== job.count) fail('The server closed a connection.');
    open--;
    if (open === 0) report();
  });
}

function report() {
  const seconds = (Math.min(performance.now(), measureTo) - measureFrom) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  /** @type {Result} */
  const result = {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    statuses,
  };
  process.stdout.write(JSON.stringify(result));
}

/** @param {string} why */
function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

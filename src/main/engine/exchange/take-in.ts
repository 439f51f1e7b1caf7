// Brings deliveries in: each is judged by the endpoint that it belongs to, as of when it was received,
// and stored. Nobody is answered, nothing is forwarded, no handshake is acted on.

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportResult } from '../../../shared/contract.ts';
import type { Endpoint, ImportFormat } from '../../../shared/model.ts';
import { type Body, bodySize, SPOOL_THRESHOLD_BYTES } from '../body.ts';
import type { Captured } from '../capture.ts';
import { describeError, HookglassError } from '../errors.ts';
import { withSpooledForm } from '../spooled-form.ts';
import type { NewDelivery, Store } from '../store/store.ts';
import type { Interpretation } from '../verify/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Incoming, IncomingFile } from './incoming.ts';
import { readFileOf } from './read-file.ts';

export interface TakeInOptions {
  store: Pick<
    Store,
    | ('insert' | 'recordAnswer' | 'putAttempt' | 'putAttemptBody' | 'setPinned' | 'annotate')
    | ('getSummary' | 'newDeliveryId' | 'newAttemptId' | 'imports')
  >;
  /** Where bodies are while they are being received. */
  bodyFolder: string;
  /** The endpoint with this id, or else the one for a request target. */
  endpointFor: (target: string, id: string | null) => Endpoint;
  judge: (captured: Captured, endpoint: Endpoint) => Interpretation;
  /** A verdict that waits for a published key follows by itself. */
  judgeLater: (delivery: NewDelivery) => void;
  onStored: () => void;
  now: () => Date;
  monotonic: () => number;
}

/** So many, or so many bytes, are stored with one commit. */
const BATCH = 100;
const BATCH_BYTES = 8 * 1024 * 1024;

/** Rejects `bad-input` where the file is wrong; what came before that is there then. */
export async function takeInFile(
  options: TakeInOptions,
  path: string,
  endpointId: string | null,
): Promise<ImportResult> {
  const newBodyPath = () => join(options.bodyFolder, `import-${randomUUID()}`);
  const file = await readFileOf(path, newBodyPath);
  const result: ImportResult = { format: file.format, imported: 0, known: 0, newest: null };
  try {
    for await (const batch of batchesOf(file, newBodyPath)) {
      await takeIn(options, batch, file.format, endpointId, result);
    }
  } catch (error) {
    throw withCount(error, result.imported);
  }
  return result;
}

function withCount(error: unknown, imported: number): unknown {
  if (imported === 0 || !(error instanceof HookglassError)) return error;
  const { code, message } = describeError(error);
  return new HookglassError(code, `${message} What came before it was brought in: ${imported}.`);
}

async function* batchesOf(
  { deliveries }: IncomingFile,
  newBodyPath: () => string,
): AsyncGenerator<Incoming[]> {
  let batch: Incoming[] = [];
  let bytes = 0;
  try {
    for await (const incoming of deliveries) {
      batch.push({ ...incoming, body: await spooled(incoming.body, newBodyPath) });
      bytes += bodySize(incoming.body);
      if (batch.length < BATCH && bytes < BATCH_BYTES) continue;
      const full = batch;
      batch = [];
      bytes = 0;
      yield full;
      await new Promise(setImmediate);
    }
    const last = batch;
    batch = [];
    if (last.length > 0) yield last;
  } finally {
    // Cut off: nobody will take these over.
    for (const { body } of batch) if (body.kind === 'file') rmSync(body.path, { force: true });
  }
}

/** Large bodies are kept in files, as those that are received. */
async function spooled(body: Body, newBodyPath: () => string): Promise<Body> {
  if (body.kind === 'file' || body.bytes.length <= SPOOL_THRESHOLD_BYTES) return body;
  const path = newBodyPath();
  await writeFile(path, body.bytes, { mode: 0o600, flag: 'wx' });
  return { kind: 'file', path, size: body.bytes.length };
}

async function takeIn(
  options: TakeInOptions,
  batch: Incoming[],
  format: ImportFormat,
  endpointId: string | null,
  result: ImportResult,
): Promise<void> {
  const { store } = options;
  const added = new Map<string, string>();
  const writes: Promise<void>[] = [];
  for (const { incoming, fingerprint, known } of await lookedUp(options, batch)) {
    const there = added.get(fingerprint) ?? known;
    if (there !== null) {
      if (incoming.body.kind === 'file') await rm(incoming.body.path, { force: true });
      result.known++;
      result.newest = there;
      continue;
    }
    const { provider } = options.endpointFor(incoming.target, endpointId);
    const body = await withSpooledForm(incoming.headers, incoming.body, provider);
    const delivery = deliveryOf(options, { ...incoming, body }, format, endpointId);
    added.set(fingerprint, delivery.id);
    writes.push(write(options, incoming, delivery));
    result.newest = delivery.id;
  }
  await Promise.all(writes);
  store.imports.put([...added]);
  result.imported += added.size;
  options.onStored();
}

/** All before anything is written: a question to the store waits for what was written before it. */
async function lookedUp(options: TakeInOptions, batch: readonly Incoming[]) {
  const found: { incoming: Incoming; fingerprint: string; known: string | null }[] = [];
  for (const incoming of batch) {
    const fingerprint = await fingerprintOf(incoming);
    found.push({ incoming, fingerprint, known: await knownAs(options, incoming, fingerprint) });
  }
  return found;
}

/** The id under which it is here already: brought in before, or never gone. */
async function knownAs(
  { store }: TakeInOptions,
  { known, target, receivedAt }: Incoming,
  fingerprint: string,
): Promise<string | null> {
  const before = store.imports.find(fingerprint);
  if (before !== null && (await store.getSummary(before)) !== null) return before;
  const own = known === null ? null : await store.getSummary(known.delivery.id);
  const isSame = own !== null && own.target === target && Date.parse(own.receivedAt) === receivedAt;
  return isSame ? own.id : null;
}

function deliveryOf(
  options: TakeInOptions,
  incoming: Incoming,
  format: ImportFormat,
  endpointId: string | null,
): NewDelivery {
  const original = incoming.known?.delivery ?? null;
  const { method, target, httpVersion, headers, body } = incoming;
  const captured: Captured = {
    ...{ method, target, httpVersion, headers, body },
    state: original?.state ?? 'complete',
    remoteAddress: original?.remoteAddress ?? null,
    receivedAt: incoming.receivedAt ?? options.now().getTime(),
    startedAt: options.monotonic(),
    bodyMs: original?.timing.bodyMs ?? null,
    problem: original?.problem ?? null,
  };
  const endpoint = options.endpointFor(target, endpointId);
  const { verdict, eventType, messageId } = options.judge(captured, endpoint);
  const told = original?.handshakeDetail ?? null;
  return {
    id: options.store.newDeliveryId(),
    endpointId: endpoint.id,
    captured,
    provider: endpoint.provider,
    ...{ eventType, messageId, verdict },
    // What it was told is kept; nothing waits for it any more.
    handshake: told && { ...told, secret: null, callBack: null },
    verifiedMs: original?.timing.verifiedMs ?? 0,
    response: original?.response ?? { status: null, source: null },
    imported: {
      format,
      at: options.now().toISOString(),
      id: original?.id ?? null,
      verdict: original?.verdict ?? null,
    },
  };
}

async function write(
  options: TakeInOptions,
  { known }: Incoming,
  delivery: NewDelivery,
): Promise<void> {
  const { store } = options;
  const { id, response } = delivery;
  await store.insert(delivery);
  if (delivery.verdict.reason === 'key-pending') options.judgeLater(delivery);
  if (known === null) return;
  const { timing, attempts, pinned, label, note } = known.delivery;
  const committedMs = timing.committedMs ?? 0;
  store.recordAnswer({ id, response, committedMs, answeredMs: timing.answeredMs });
  for (const [index, attempt] of attempts.entries()) {
    const attemptId = store.newAttemptId();
    await store.putAttempt({ id: attemptId, deliveryId: id, ...attempt });
    const answer = known.answers[index];
    if (answer !== undefined && answer.length > 0) store.putAttemptBody(attemptId, answer);
  }
  if (pinned) await store.setPinned(id, true);
  if (label !== null || note !== null) await store.annotate({ ids: [id], label, note });
}

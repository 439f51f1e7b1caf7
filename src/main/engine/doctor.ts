// Has the doctor look at deliveries that were not verified: soon after they came, while little else is
// going on, or else when somebody opens one. Never while a request waits for its answer.

import { isDeepStrictEqual } from 'node:util';
import type { Delivery, Verdict } from '../../shared/model.ts';
import { type Body, bodySize } from './body.ts';
import type { Bus } from './bus.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { calledUrlOf, type PublicOrigin } from './public-origin.ts';
import { withSpooledForm } from './spooled-form.ts';
import type { NewDelivery, Store } from './store/store.ts';
import { withFittingSuggestions } from './suggestions.ts';
import {
  type Diagnosis,
  examination,
  isUnexplained,
  type Knowledge,
  type SecretRemedy,
} from './verify/index.ts';
import type { FindKeys } from './verify/keys/keys.ts';
import { verifyConfigOf } from './verify-config.ts';

export interface DoctorOptions {
  store: Store;
  endpoints: Endpoints;
  bus: Bus;
  publicOrigin: PublicOrigin;
  /** Keys that providers publish, as far as they were fetched. */
  keys: FindKeys;
  /** Monotonic, ms. */
  monotonic: () => number;
  /** Hears of every verdict that was explained, once that is stored. */
  onExplained: ((id: string, verdict: Verdict) => void) | null;
  onError: (error: unknown) => void;
}

export interface Doctor {
  /** A delivery has its answer, or another verdict. */
  note(delivery: Pick<NewDelivery, 'id' | 'verdict' | 'handshake'>): void;
  /** The delivery with its findings: it is looked at now if it has not been. */
  explained(delivery: Delivery): Promise<Delivery>;
  /** The secret that would settle what was found; null when it is not found any more. */
  remedy(delivery: Delivery, cause: string): Promise<SecretRemedy | null>;
  close(): void;
}

/** What one delivery may cost, over all its turns. */
const BUDGET_MS = 50;
/** What is done in one turn of the event loop: others wait no longer than that. */
const TURN_MS = 4;
/** A step with a small body that takes longer was interrupted by other work of a busy machine. */
const SMALL_BYTES = 16 * 1024;
const LONGEST_SMALL_STEP_MS = 2;
/** How often it is looked whether there is time. */
const PAUSE_MS = 50;
/** More arrivals than these since the last look are a flood: there is no time now. */
const FLOOD = 25;
/** Of a flood the newest are kept in mind; the others are looked at when they are opened. */
const MAX_WAITING = 50;

export function createDoctor(options: DoctorOptions): Doctor {
  const { store, bus, onError } = options;
  const origins = followOrigins(bus);
  const underWay = new Map<string, { began: number; result: Promise<Delivery> }>();
  /** Counts changes of endpoints: what was begun before one may have been judged by old secrets. */
  let changes = 0;
  bus.on('endpoints.changed', () => {
    changes += 1;
  });
  const waiting: string[] = [];
  let arrivals = 0;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  function schedule(): void {
    if (timer !== null || closed) return;
    arrivals = 0;
    timer = setTimeout(() => void look(), PAUSE_MS);
    timer.unref();
  }

  async function look(): Promise<void> {
    try {
      await lookAtWaiting();
    } catch (error) {
      if (!closed) onError(error);
    }
    timer = null;
    if (waiting.length > 0) schedule();
  }

  async function lookAtWaiting(): Promise<void> {
    while (arrivals <= FLOOD && !closed) {
      const id = waiting.pop();
      if (id === undefined) return;
      const delivery = await store.getDelivery(id);
      if (delivery !== null) await explained(delivery);
    }
  }

  function explained(delivery: Delivery): Promise<Delivery> {
    if (!needsExplaining(delivery) || closed) return Promise.resolve(delivery);
    const known = underWay.get(delivery.id);
    if (known !== undefined) {
      return known.began === changes ? known.result : known.result.then(explained);
    }
    const result = examine(delivery).finally(() => underWay.delete(delivery.id));
    underWay.set(delivery.id, { began: changes, result });
    return result;
  }

  async function examine(delivery: Delivery): Promise<Delivery> {
    const { verdict } = await diagnosed(delivery);
    if (closed || isDeepStrictEqual(verdict, delivery.verdict)) return delivery;
    if (!(await store.updateVerdict(delivery.id, verdict))) return delivery;
    const summary = await store.getSummary(delivery.id);
    if (summary !== null) bus.publish({ type: 'deliveries.changed', items: [summary] });
    options.onExplained?.(delivery.id, verdict);
    return { ...delivery, verdict };
  }

  async function diagnosed(delivery: Delivery): Promise<Diagnosis> {
    const stored = await store.getBody(delivery.id);
    if (stored === null) return { verdict: delivery.verdict, remedies: [] };
    const body = await withSpooledForm(delivery.headers, stored, delivery.provider);
    return diagnosisOf(options, delivery, body, origins());
  }

  return {
    note(delivery) {
      arrivals++;
      if (!needsExplaining(delivery)) return;
      waiting.push(delivery.id);
      if (waiting.length > MAX_WAITING) waiting.shift();
      schedule();
    },
    explained,
    async remedy(delivery, cause) {
      const verdict = { ...delivery.verdict, findings: [] };
      const { remedies } = await diagnosed({ ...delivery, verdict });
      return remedies.find((remedy) => remedy.cause === cause) ?? null;
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Handshakes often come unsigned, as no secret is agreed on yet: nothing is wrong with them. */
function needsExplaining({
  verdict,
  handshake,
}: Pick<Delivery, 'verdict'> & { handshake: NewDelivery['handshake'] | boolean }): boolean {
  return isUnexplained(verdict) && !(handshake && verdict.status === 'unsigned');
}

async function diagnosisOf(
  options: DoctorOptions,
  delivery: Delivery,
  body: Body,
  origins: readonly string[],
): Promise<Diagnosis> {
  const { endpoints, keys, monotonic, publicOrigin } = options;
  const { method, target, headers, verdict } = delivery;
  const endpoint = endpoints.list().find(({ id }) => id === delivery.endpointId);
  // What it was judged by is gone: there is nothing to compare with.
  if (endpoint === undefined || endpoint.provider !== delivery.provider) {
    return { verdict, remedies: [] };
  }
  let spentMs = 0;
  const steps = examination(
    {
      request: {
        ...{ method, target, headers, body, publicOrigin },
        calledUrl: calledUrlOf(endpoint, target),
      },
      config: verifyConfigOf(endpoints, endpoint, keys),
      receivedAt: Date.parse(delivery.receivedAt),
      verdict,
      knowledge: knowledgeOf(endpoints, endpoint.id, origins),
    },
    () => spentMs > BUDGET_MS,
  );
  const longest = bodySize(body) > SMALL_BYTES ? Number.POSITIVE_INFINITY : LONGEST_SMALL_STEP_MS;
  for (;;) {
    await new Promise(setImmediate);
    const turnEnd = monotonic() + TURN_MS;
    do {
      const began = monotonic();
      const step = steps.next();
      spentMs += Math.min(longest, monotonic() - began);
      if (step.done) {
        const { remedies } = step.value;
        return { verdict: withFittingSuggestions(step.value.verdict, endpoint, target), remedies };
      }
    } while (monotonic() < turnEnd);
  }
}

function knowledgeOf(
  endpoints: Endpoints,
  endpointId: string,
  origins: readonly string[],
): Knowledge {
  const neighbours = endpoints
    .list()
    .filter(({ id }) => id !== endpointId)
    .flatMap((endpoint) =>
      endpoints.secretsOf(endpoint).secrets.map((secret) => ({
        ...secret,
        endpoint: endpoint.name,
      })),
    );
  return { neighbours, former: endpoints.formerSecretsOf(endpointId), origins };
}

/** The origins of the public URLs that this installation has or had, as far as the bus tells. */
function followOrigins(bus: Bus): () => string[] {
  let origins: string[] = [];
  bus.on('tunnel.changed', ({ status }) => {
    const urls = [status.publicUrl, ...status.history.map(({ url }) => url)];
    origins = urls.flatMap((url) => (url === null ? [] : [new URL(url).origin]));
  });
  return () => origins;
}

// What the user is told about while looking elsewhere: which events are worth it, in what words, and a
// burst of them as one. Pure: a host or a page feeds it events and shows what it tells.

import type { AppEvent } from './contract.ts';
import type {
  Attempt,
  DeliverySummary,
  FailureCode,
  NotificationSettings,
  TunnelStatus,
} from './model.ts';

export type AlertKind = keyof NotificationSettings;

export interface Alert {
  kind: AlertKind;
  title: string;
  body: string;
  /** What it is about; null when it is about no delivery. */
  deliveryId: string | null;
}

export interface AlertsParts {
  /** Whether the user wants to be told of this kind. */
  wanted(kind: AlertKind): boolean;
  endpointName(id: string): string | null;
  tell(alert: Alert): void;
  /** Calls back after so many ms; answers what calls that off. */
  later: (ms: number, work: () => void) => () => void;
}

export interface Alerts {
  note(events: readonly AppEvent[]): void;
  /** What is so already needs no telling. */
  begin(tunnel: TunnelStatus): void;
  close(): void;
}

/** The first of a burst waits this long for the others. */
const GATHER_MS = 1500;
/** After telling one, the next of its kind are gathered for this long. */
const QUIET_MS = 15_000;
const MAX_WAITING_FOR_KEY = 1000;

/** The server was not there, as opposed to: it was there and broke off. */
const DOWN: readonly FailureCode[] = ['refused', 'dns', 'unreachable', 'tls', 'timeout'];

export function createAlerts(parts: AlertsParts): Alerts {
  const failed = createBurst<DeliverySummary>(parts, (all) => failedWords(all, parts.endpointName));
  const downs = createBurst<Attempt>(parts, downWords);
  /** Origins that were told to be down. */
  const down = new Set<string>();
  const waitingForKey = new Set<string>();
  let publicUrl: string | null = null;

  function noteDelivery(delivery: DeliverySummary): void {
    const { status, reason } = delivery.verdict;
    if (reason === 'key-pending' && waitingForKey.size < MAX_WAITING_FOR_KEY) {
      waitingForKey.add(delivery.id);
    }
    if (status === 'failed' && parts.wanted('failed')) failed.add(delivery);
  }

  function noteAttempt(attempt: Attempt): void {
    // A replay is watched by whoever asked for it.
    if (attempt.trigger !== 'forward' || attempt.outcome === 'pending') return;
    const origin = originOf(attempt.destination);
    if (attempt.outcome === 'response') down.delete(origin);
    else if (attempt.failure !== null && DOWN.includes(attempt.failure.code) && !down.has(origin)) {
      down.add(origin);
      if (parts.wanted('destinationDown')) downs.add(attempt);
    }
  }

  function noteTunnel({ publicUrl: url, changedFrom }: TunnelStatus): void {
    if (url === null || url === publicUrl) return;
    publicUrl = url;
    if (changedFrom === null || !parts.wanted('urlChanged')) return;
    const body = `Providers still send to ${changedFrom}. It is ${url} now: paste it into their dashboards.`;
    parts.tell({ kind: 'urlChanged', title: 'The public URL changed', body, deliveryId: null });
  }

  return {
    note(events) {
      for (const event of events) {
        if (event.type === 'deliveries.added') event.items.toReversed().forEach(noteDelivery);
        else if (event.type === 'deliveries.changed') {
          for (const item of event.items) {
            const judged = item.verdict.reason !== 'key-pending';
            if (judged && waitingForKey.delete(item.id)) noteDelivery(item);
          }
        } else if (event.type === 'attempt.changed') noteAttempt(event.attempt);
        else if (event.type === 'tunnel.changed') noteTunnel(event.status);
      }
    },
    begin(tunnel) {
      publicUrl = tunnel.publicUrl;
    },
    close() {
      failed.close();
      downs.close();
    },
  };
}

/** Tells what is added as one: shortly after the first, and then again after a while. */
function createBurst<T>({ tell, later }: AlertsParts, words: (all: T[]) => Alert) {
  let gathered: T[] = [];
  let callOff: (() => void) | null = null;
  function over(): void {
    callOff = null;
    if (gathered.length === 0) return;
    const all = gathered;
    gathered = [];
    callOff = later(QUIET_MS, over);
    tell(words(all));
  }
  return {
    add(item: T): void {
      gathered.push(item);
      callOff ??= later(GATHER_MS, over);
    },
    close(): void {
      callOff?.();
    },
  };
}

function failedWords(
  all: readonly DeliverySummary[],
  endpointName: AlertsParts['endpointName'],
): Alert {
  const last = all.at(-1);
  const names = [
    ...new Set(all.map(({ endpointId }) => endpointName(endpointId) ?? 'an endpoint')),
  ];
  const where = names.length > 3 ? `${names.length} endpoints` : names.join(', ');
  const what = last?.eventType ?? `${last?.method} ${last?.target.slice(0, 80)}`;
  return {
    kind: 'failed',
    title: all.length === 1 ? 'A signature does not hold' : `${all.length} signatures do not hold`,
    body: all.length === 1 ? `${what} at ${where}` : `The last one is ${what}. At ${where}`,
    deliveryId: last?.id ?? null,
  };
}

function downWords(all: readonly Attempt[]): Alert {
  const last = all.at(-1);
  const origins = [...new Set(all.map(({ destination }) => originOf(destination)))];
  return {
    kind: 'destinationDown',
    title:
      origins.length === 1
        ? 'Your server does not answer'
        : `${origins.length} of your servers do not answer`,
    body: origins.length === 1 ? (last?.failure?.message ?? '') : origins.join(', '),
    deliveryId: last?.deliveryId ?? null,
  };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

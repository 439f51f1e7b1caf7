// Every call the host answers and every event it publishes: the one contract that the renderer, the
// HTTP API and both transports share. Inputs are checked at the host by their schemas; results are types.

import type { z } from 'zod';
import type { calls } from './calls.ts';
import type { Counted, SavedFilter, Statistics, Suggestion, Timeline } from './finding.ts';
import type { HeaderList } from './headers.ts';
import type {
  Attempt,
  Delivery,
  DeliverySummary,
  Endpoint,
  ImportFormat,
  Notice,
  OpenedDelivery,
  ProviderInfo,
  ReceiverStatus,
  Settings,
  Stats,
  TunnelStatus,
  Verdict,
} from './model.ts';

export type CallName = keyof typeof calls;
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]>;
/** What a handler gets, after checking. */
export type CheckedInput<N extends CallName> = z.output<(typeof calls)[N]>;

export interface DeliveryPage {
  items: DeliverySummary[];
  /** Pass it as `cursor` for what follows; null at the end. A search may answer a short page. */
  nextCursor: string | null;
  /** How many there are in all, without a query. */
  total: number | null;
}

/** Body bytes; `size` counts all of them, also where fewer were asked for or stored. */
export interface BodyResult {
  base64: string;
  size: number;
}

/**
 * `download`: fetch the path from where the interface is, once, within a minute. `saved`: the host asked
 * where to, and has written it. `cancelled`: the person thought better of it.
 */
export type ExportResult =
  | { kind: 'download'; path: string; name: string }
  | { kind: 'saved'; name: string }
  | { kind: 'cancelled' };

export interface ImportResult {
  format: ImportFormat;
  imported: number;
  /** How many were there already. */
  known: number;
  /** The newest of them, whether it came now or was there. */
  newest: string | null;
}

/** What was removed, and how it is brought back: by its name, until then. Null when nothing was. */
export interface Removed {
  removed: number;
  removal: string | null;
  undoUntil: string | null;
}

export interface SentTest {
  eventType: string;
  /** Where it went, and what it was answered. */
  url: string;
  status: number;
  /** Null: it was not signed. */
  signedWith: 'secret' | 'test-key' | null;
  /** What became of it here; null when it went somewhere else. */
  delivery: Pick<DeliverySummary, 'id' | 'endpointId' | 'state' | 'handshake' | 'verdict'> | null;
}

export interface CallResults {
  'endpoints.list': { items: Endpoint[] };
  'endpoints.create': Endpoint;
  'endpoints.update': Endpoint;
  'endpoints.remove': { removed: boolean };
  /** As the provider would show it; `keySet` as JSON Web Keys, where it signs with tokens. */
  'endpoints.testKey': { publicKey: string; keySet: string | null };
  'endpoints.markRead': Stats;
  'deliveries.list': DeliveryPage;
  'deliveries.annotate': { ids: string[] };
  'deliveries.count': Counted;
  'deliveries.timeline': Timeline;
  'deliveries.statistics': Statistics;
  'deliveries.suggest': { items: Suggestion[] };
  'filters.list': { items: SavedFilter[] };
  'filters.save': SavedFilter;
  'filters.remove': { removed: boolean };
  'deliveries.get': OpenedDelivery;
  'deliveries.applyFix': Delivery;
  'deliveries.body': BodyResult;
  'deliveries.replay': { attemptId: string };
  'deliveries.pin': { pinned: boolean };
  /** The call as it ended; null where a secret was stored. */
  'deliveries.confirmHandshake': { attempt: Attempt | null };
  'deliveries.remove': Removed;
  /** `ids` are the newest 200 of them at most, oldest first. */
  'deliveries.undoRemove': { restored: number; ids: string[] };
  'deliveries.clear': Removed;
  'deliveries.sendTest': SentTest;
  'deliveries.export': ExportResult;
  'imports.begin': { id: string };
  /** Bytes so far. */
  'imports.append': { received: number };
  'imports.finish': ImportResult;
  'imports.cancel': { cancelled: boolean };
  'attempts.get': Attempt;
  'attempts.body': BodyResult;
  'attempts.request': { method: string; target: string; headers: HeaderList };
  'tunnel.start': TunnelStatus;
  'tunnel.stop': TunnelStatus;
  'tunnel.status': TunnelStatus;
  'tunnel.probe': TunnelStatus;
  'receiver.pause': ReceiverStatus;
  'providers.list': { items: ProviderInfo[] };
  'providers.sample': { eventType: string; contentType: string | null; body: string };
  verify: Verdict;
  'destinations.confirm': { origin: string };
  'settings.get': Settings;
  'settings.update': Settings;
  'host.revealDataFolder': { revealed: boolean };
}

export type Handlers = {
  [N in CallName]: (input: CheckedInput<N>) => Promise<CallResults[N]> | CallResults[N];
};

/** What the host tells every open interface. State is announced; applying it twice changes nothing. */
export type AppEvent =
  /** Newest first. `skipped` more arrived than are listed: what is on screen is no longer contiguous. */
  | { type: 'deliveries.added'; items: DeliverySummary[]; skipped: number }
  | { type: 'deliveries.changed'; items: DeliverySummary[] }
  | { type: 'deliveries.removed'; ids: string[] }
  /** Many went at once (cleared, or past the retention): lists load anew. */
  | { type: 'deliveries.reset' }
  | { type: 'attempt.changed'; attempt: Attempt }
  | { type: 'endpoints.changed'; endpoints: Endpoint[] }
  | { type: 'stats.changed'; stats: Stats }
  | { type: 'filters.changed'; filters: SavedFilter[] }
  | { type: 'tunnel.changed'; status: TunnelStatus }
  | { type: 'receiver.changed'; receiver: ReceiverStatus }
  | { type: 'settings.changed'; settings: Settings }
  /** The host was asked from outside to show a delivery, such as by a click on a notification. */
  | { type: 'delivery.show'; id: string }
  | { type: 'notice'; notice: Notice };

// Every call the host answers and every event it publishes: the one contract that the renderer, the
// HTTP API and both transports share. Inputs are zod schemas, checked at the host; results are types.

import { z } from 'zod';
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

const id = z.string().min(1).max(64);
const nothing = z.strictObject({});
const byId = z.strictObject({ id });
/** As many as one can choose in the list at once. */
const ids = z.array(id).min(1).max(10_000);
const headerPair = z.tuple([
  z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'is not a valid header name'),
  z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'is not a valid header value'),
]);

/** A path prefix: starts with `/`, no query, no fragment, no white space. */
const endpointPath = z
  .string()
  .max(512)
  .regex(/^\/[^?#\s]*$/, 'must start with / and hold no ?, # or white space');

const httpUrl = z.string().max(4096).refine(isHttpUrl, 'must be an http:// or https:// URL');

function isHttpUrl(value: string): boolean {
  try {
    const { protocol } = new URL(value);
    return protocol === 'http:' || protocol === 'https:';
  } catch {
    return false;
  }
}

function isBase64(value: string): boolean {
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

function isTime(value: string): boolean {
  return TIME.test(value) && !Number.isNaN(Date.parse(value));
}

const respond = z.strictObject({
  mode: z.enum(['canned', 'forward']),
  status: z.int().min(200).max(599).optional(),
  headers: z.array(headerPair).max(100).optional(),
  body: z.string().max(1_048_576).optional(),
  delayMs: z.number().min(0).max(120_000).optional(),
});

const newSecret = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(10_000),
});
const keptSecret = z.strictObject({ id, label: z.string().min(1).max(100).optional() });

const endpointFields = {
  name: z.string().trim().min(1).max(100),
  path: endpointPath,
  provider: id.nullable(),
  toleranceSeconds: z.number().min(0).max(31_536_000).nullable().optional(),
  publicUrl: httpUrl.nullable().optional(),
  forwardTo: httpUrl.nullable().optional(),
  forwardTimeoutMs: z.number().min(100).max(3_600_000).optional(),
  respond: respond.optional(),
  handshakes: z.boolean().optional(),
  confirmHandshakes: z.boolean().optional(),
  providerOptions: z.record(z.string().max(64), z.string().max(4096)).optional(),
};

/** The input schema of every call, by name. */
export const calls = {
  'endpoints.list': nothing,
  'endpoints.create': z.strictObject({
    ...endpointFields,
    provider: endpointFields.provider.optional(),
    secrets: z.array(newSecret).max(20).optional(),
  }),
  /** Fields left out stay as they are. `secrets` is the whole new list: `{id}` keeps one, `{label,value}` adds one. */
  'endpoints.update': z.strictObject({
    id,
    name: endpointFields.name.optional(),
    path: endpointFields.path.optional(),
    provider: endpointFields.provider.optional(),
    toleranceSeconds: endpointFields.toleranceSeconds,
    publicUrl: endpointFields.publicUrl,
    forwardTo: endpointFields.forwardTo,
    forwardTimeoutMs: endpointFields.forwardTimeoutMs,
    respond: respond.partial().optional(),
    handshakes: endpointFields.handshakes,
    confirmHandshakes: endpointFields.confirmHandshakes,
    providerOptions: endpointFields.providerOptions,
    secrets: z
      .array(z.union([keptSecret, newSecret]))
      .max(20)
      .optional(),
  }),
  'endpoints.remove': byId,
  /** The public half of the key that signs the endpoint's test events; made at the first time. */
  'endpoints.testKey': z.strictObject({ id, provider: id.optional() }),
  /** Marks everything received so far on an endpoint as seen; without an id, on all of them. */
  'endpoints.markRead': z.strictObject({ id: id.optional() }),
  'deliveries.list': z.strictObject({
    cursor: id.nullable().optional(),
    limit: z.int().min(1).max(500).optional(),
    query: z.string().max(1000).optional(),
    endpointId: id.nullable().optional(),
    /** Rows to pass over after the cursor: lets a virtual list jump. Ignored with a query. */
    offset: z.int().min(0).optional(),
    /** Only failed or only pinned deliveries. */
    only: z.enum(['failed', 'pinned']).optional(),
  }),
  'deliveries.get': byId,
  /** Sets what a finding of its verdict suggests, and judges it again. Answers it as it is then. */
  'deliveries.applyFix': z.strictObject({ id, cause: z.string().min(1).max(64) }),
  /** All of it, or `length` bytes from `offset`: the interface takes large bodies in pieces. */
  'deliveries.body': z.strictObject({
    id,
    offset: z.int().min(0).optional(),
    length: z.int().min(1).optional(),
  }),
  'deliveries.replay': z.strictObject({ id, destination: httpUrl.optional() }),
  'deliveries.pin': z.union([
    z.strictObject({ id, pinned: z.boolean().optional() }),
    z.strictObject({ ids, pinned: z.boolean().optional() }),
  ]),
  /** Does what a handshake waits for: calls the provider back, or stores the secret that it brought. */
  'deliveries.confirmHandshake': byId,
  /** Removes deliveries, pinned or not; for ten seconds that can be undone. */
  'deliveries.remove': z.union([byId, z.strictObject({ ids })]),
  /** Brings back what a removal took; left out, the last one. */
  'deliveries.undoRemove': z.strictObject({ removal: id.optional() }),
  /** Removes all unpinned deliveries, of one endpoint or of all, and frees the disk; can be undone likewise. */
  'deliveries.clear': z.strictObject({ endpointId: id.optional() }),
  /**
   * Sends a sample of the endpoint's provider, or of another. By default it is signed with a secret of
   * the endpoint's, or with its test key where the provider signs with a private key.
   */
  'deliveries.sendTest': z.strictObject({
    endpointId: id,
    provider: id.optional(),
    eventType: z.string().max(200).optional(),
    /** The text to send instead of the sample's own body; of any event then. */
    body: z.string().max(4_194_304).optional(),
    to: z.enum(['receiver', 'destination', 'public']).optional(),
    signWith: z.enum(['secret', 'test-key', 'nothing']).optional(),
  }),
  /** A file of some deliveries, by their ids or by what a list shows. */
  'deliveries.export': z.strictObject({
    format: z.enum(['har', 'ndjson', 'hookglass']),
    /** Leaves out headers and parameters that carry credentials; signatures stay. */
    redact: z.boolean().optional(),
    ids: z.array(id).max(100_000).optional(),
    query: z.string().max(1000).optional(),
    endpointId: id.nullable().optional(),
    only: z.enum(['failed', 'pinned']).optional(),
  }),
  /** A file to bring in, handed over in pieces: HAR, .hookglass, a raw request or a curl command. */
  'imports.begin': z.strictObject({ size: z.int().min(1).max(8_589_934_592) }),
  'imports.append': z.strictObject({
    id,
    base64: z.string().min(4).max(5_592_408).refine(isBase64, 'must be base64'),
  }),
  /** Reads what was handed over. With an endpoint all is judged by that one, else by its path. */
  'imports.finish': z.strictObject({ id, endpointId: id.nullable().optional() }),
  'imports.cancel': byId,
  'attempts.get': byId,
  'attempts.body': byId,
  'tunnel.start': z.strictObject({
    host: httpUrl.optional(),
    subdomain: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{2,61}[a-z0-9])$/, 'must be 4 to 63 of a-z, 0-9 and -')
      .nullable()
      .optional(),
  }),
  'tunnel.stop': nothing,
  'tunnel.status': nothing,
  /** Checks the public URL now; the interface calls it when the network changed or the machine woke. */
  'tunnel.probe': nothing,
  'receiver.pause': z.strictObject({ paused: z.boolean() }),
  'providers.list': nothing,
  /** A sample event as it would be sent, for editing; without a provider a Standard Webhooks one. */
  'providers.sample': z.strictObject({
    provider: id.nullable().optional(),
    eventType: z.string().max(200).optional(),
  }),
  /** Judges a request that the caller has. Nothing is stored. */
  verify: z.strictObject({
    provider: id,
    secrets: z.array(z.union([z.string().min(1).max(10_000), newSecret])).max(20),
    method: z.string().min(1).max(64),
    /** As the provider calls it; a path alone is completed by the Host header. */
    url: z.string().min(1).max(65_536),
    headers: z.array(z.tuple([z.string().max(1024), z.string().max(1_048_576)])).max(2000),
    bodyBase64: z.string().refine(isBase64, 'must be base64'),
    /** The moment to judge its age by; now when left out. */
    at: z.string().max(64).refine(isTime, 'must be a time in ISO 8601').optional(),
    /** Null: its age is not judged. Left out: the provider's own tolerance. */
    toleranceSeconds: endpointFields.toleranceSeconds,
    providerOptions: endpointFields.providerOptions,
  }),
  /** Allows forwarding to an origin that is not this machine; remembered. */
  'destinations.confirm': z.strictObject({ url: httpUrl }),
  'settings.get': nothing,
  'settings.update': z.strictObject({
    retention: z
      .strictObject({
        maxCount: z.int().min(1).max(10_000_000),
        maxBytes: z.number().min(1_048_576).max(1_099_511_627_776),
        maxAgeDays: z.number().min(0.01).max(3650),
      })
      .partial()
      .optional(),
    bodyLimitBytes: z.int().min(1024).max(104_857_600).optional(),
    tunnel: z
      .strictObject({
        kind: z.enum(['none', 'localtunnel']),
        host: httpUrl,
        subdomain: z.string().max(63).nullable(),
        startWithApp: z.boolean().nullable(),
      })
      .partial()
      .optional(),
    theme: z.enum(['system', 'light', 'dark']).optional(),
    firstRunDone: z.boolean().optional(),
  }),
  'host.revealDataFolder': nothing,
} satisfies Record<string, z.ZodType>;

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
  delivery: Pick<DeliverySummary, 'id' | 'verdict'> | null;
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
  | { type: 'tunnel.changed'; status: TunnelStatus }
  | { type: 'receiver.changed'; receiver: ReceiverStatus }
  | { type: 'settings.changed'; settings: Settings }
  | { type: 'notice'; notice: Notice };

// The input schema of every call, checked at the host.

import { z } from 'zod';
import { findingCalls, query } from './finding-calls.ts';

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
    /** A filter: docs/search.md. */
    query: query.optional(),
    endpointId: id.nullable().optional(),
    /** Only those that came after this one. */
    after: id.nullable().optional(),
    /** Only these, such as those that changed: which of them a filter still finds. */
    ids: z.array(id).min(1).max(500).optional(),
    /** Rows to pass over after the cursor: lets a virtual list jump. Ignored with a query. */
    offset: z.int().min(0).optional(),
    /** Only failed or only pinned deliveries. */
    only: z.enum(['failed', 'pinned']).optional(),
  }),
  ...findingCalls,
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
    query: query.optional(),
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
  /** What it sent: the delivery's headers as they are passed on to its destination. */
  'attempts.request': byId,
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
    density: z.enum(['comfortable', 'compact']).optional(),
    notifications: z
      .strictObject({ failed: z.boolean(), destinationDown: z.boolean(), urlChanged: z.boolean() })
      .partial()
      .optional(),
    window: z
      .strictObject({
        alwaysOnTop: z.boolean(),
        launchMinimised: z.boolean(),
        startAtLogin: z.boolean(),
        keepInTray: z.boolean(),
      })
      .partial()
      .optional(),
    firstRunDone: z.boolean().optional(),
  }),
  'host.revealDataFolder': nothing,
} satisfies Record<string, z.ZodType>;

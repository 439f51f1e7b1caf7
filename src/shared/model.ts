// The nouns both sides speak: JSON-safe types, no behaviour. Times are ISO 8601 strings in UTC,
// durations are milliseconds (fractions allowed), sizes are bytes.

import type { SavedFilter } from './finding.ts';
import type { HeaderList } from './headers.ts';
import type { Label } from './labels.ts';
import type { ProviderInfo } from './provider-info.ts';
import type { Verdict, VerdictStatus } from './verdict.ts';

export type { ProviderConfidence, ProviderInfo, ProviderOption } from './provider-info.ts';
export type {
  Check,
  CheckName,
  Excerpt,
  Finding,
  FindingCause,
  ReasonCode,
  Suggestion,
  Verdict,
  VerdictStatus,
} from './verdict.ts';

/** `complete` is the normal case; the others are requests that could not be read to their end. */
export type DeliveryState = 'complete' | 'aborted' | 'malformed' | 'oversized';

/** Who decided the answer: the endpoint's canned response, its destination, a handshake, or Hookglass itself (413, 400, 502, 503…). */
export type ResponseSource = 'canned' | 'forward' | 'handshake' | 'hookglass';

export interface DeliveryResponse {
  /** Null while the answer is outstanding, or when the sender was gone before one could be sent. */
  status: number | null;
  source: ResponseSource | null;
}

/** Offsets in ms from the moment the request's head was read. Null: not reached (yet). */
export interface DeliveryTiming {
  bodyMs: number | null;
  verifiedMs: number | null;
  committedMs: number | null;
  answeredMs: number | null;
}

/** What a list row needs. Every field has the same name and meaning in {@link Delivery}. */
export interface DeliverySummary {
  id: string;
  endpointId: string;
  receivedAt: string;
  state: DeliveryState;
  method: string;
  target: string;
  bodySize: number;
  contentType: string | null;
  provider: string | null;
  eventType: string | null;
  messageId: string | null;
  handshake: boolean;
  pinned: boolean;
  verdict: Pick<Verdict, 'status' | 'reason'>;
  response: DeliveryResponse;
  /** From the request's head to the end of our answer; null until answered. */
  durationMs: number | null;
  attemptCount: number;
  label: Label | null;
  /** What the user wrote on it. */
  note: string | null;
  /** Not null where the same message came to the same endpoint before. */
  redelivery: Redelivery | null;
  /** An earlier delivery with the same body, under another id or none. */
  sameBodyAs: string | null;
}

export interface Redelivery {
  /** 2 for the second time. */
  ordinal: number;
  /** How long after the time before. */
  sinceMs: number;
  /** The first delivery of this message; it may have been removed. */
  firstId: string;
}

/** One of the deliveries of a message. */
export interface GroupMember {
  id: string;
  receivedAt: string;
  /** 1 for the first time. */
  ordinal: number;
  bodySize: number;
  verdict: VerdictStatus;
  responseStatus: number | null;
}

/** A provider that an unconfigured delivery looks like, best first, with the reason in words. */
export interface ProviderGuess {
  provider: string;
  name: string;
  reason: string;
}

/** What a provider was told that asked whether a URL is ours, and what is to be done about it. */
export interface HandshakeDetail {
  status: number;
  headers: HeaderList;
  /** What was answered; null when it was long. A secret that it repeats is left out. */
  body: string | null;
  /** Whether the provider signs its handshakes; where it does not, the verdict says nothing about it. */
  signed: boolean;
  /** Why it could not be answered as asked, or what the user has yet to do, in sentences. */
  note: string | null;
  /**
   * `stored`: the signing secret came with it and is the endpoint's from now on. `offered`: the endpoint
   * had one already, so that it is only stored when `deliveries.confirmHandshake` says so.
   */
  secret: 'stored' | 'offered' | null;
  /** The provider's own URL that is called to confirm, by `deliveries.confirmHandshake`. */
  callBack: string | null;
}

export interface Delivery extends Omit<DeliverySummary, 'verdict'> {
  httpVersion: string;
  remoteAddress: string | null;
  headers: HeaderList;
  verdict: Verdict;
  timing: DeliveryTiming;
  /** What went wrong with a request that is not `complete`, in words. */
  problem: string | null;
  /** Null when it is no handshake. */
  handshakeDetail: HandshakeDetail | null;
  /** Null when it was received here. */
  imported: Imported | null;
  /** What we sent back, when the answer was ours; a forwarded answer is in its attempt. */
  attempts: Attempt[];
  /** All deliveries of the same message, oldest first, at most the newest 100; none where it is the only one. */
  group: GroupMember[];
  guesses: ProviderGuess[];
}

/** What is worked out of a delivery for who opens it. */
export interface OpenedDelivery extends Delivery {
  /** The text inside a body that its provider encrypted; null where it did not, or no secret opens it. */
  decrypted: string | null;
}

/** `handshake`: a call to the provider itself, to confirm. */
export type AttemptTrigger = 'forward' | 'replay' | 'retry' | 'handshake';
export type AttemptOutcome = 'pending' | 'response' | 'failure';

export type FailureCode =
  | 'refused'
  | 'dns'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'malformed-response'
  | 'unconfirmed'
  | 'interrupted'
  | 'body-gone';

export interface AttemptFailure {
  code: FailureCode;
  /** What happened, why, and what to do, in one or two sentences. */
  message: string;
}

/** Consecutive phases in ms; null where a phase did not happen (a reused connection has no DNS). */
export interface AttemptTiming {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  sendMs: number | null;
  waitMs: number | null;
  receiveMs: number | null;
  totalMs: number | null;
}

export interface Attempt {
  id: string;
  deliveryId: string;
  trigger: AttemptTrigger;
  /** The full URL the request went to. */
  destination: string;
  startedAt: string;
  outcome: AttemptOutcome;
  status: number | null;
  headers: HeaderList;
  bodySize: number;
  /** True when the response body was longer than what is stored (5 MiB). */
  bodyTruncated: boolean;
  failure: AttemptFailure | null;
  timing: AttemptTiming;
}

/** What the renderer may know of a secret: never its value. */
export interface SecretInfo {
  id: string;
  label: string;
  lastFour: string;
  /** `environment`: given for this run only. `locked`: stored by a keychain that this host cannot open. */
  source: 'stored' | 'environment' | 'locked';
}

export type RespondMode = 'canned' | 'forward';

export interface RespondRule {
  /** `forward` passes the destination's answer on; without a destination the canned answer is sent. */
  mode: RespondMode;
  status: number;
  headers: HeaderList;
  body: string;
  delayMs: number;
}

export interface Endpoint {
  id: string;
  name: string;
  /** A path prefix on the receiver, `/` for the default endpoint; the longest match wins. */
  path: string;
  isDefault: boolean;
  provider: string | null;
  /** What the user set of the provider's configurable parts, such as the generic HMAC's header. */
  providerOptions: Record<string, string>;
  secrets: SecretInfo[];
  /** Null: the provider's own tolerance. */
  toleranceSeconds: number | null;
  /** The URL as the provider knows it, for those who sign it; null: as the tunnel or the request tells. */
  publicUrl: string | null;
  forwardTo: string | null;
  forwardTimeoutMs: number;
  respond: RespondRule;
  /** Whether handshakes of its provider are answered, whatever `respond` says. */
  handshakes: boolean;
  /** Whether a provider that wants to be called back to confirm is, without asking the user. */
  confirmHandshakes: boolean;
  createdAt: string;
}

export type TunnelKind = 'none' | 'localtunnel';
export type TunnelState = 'off' | 'connecting' | 'online' | 'degraded' | 'reconnecting' | 'failed';

export interface TunnelStatus {
  state: TunnelState;
  kind: TunnelKind;
  publicUrl: string | null;
  /** Why the state is `degraded`, `reconnecting` or `failed`, in words. */
  reason: string | null;
  /** When the public URL was last seen to lead here. */
  lastReachedAt: string | null;
  /** When the next try is due, while `reconnecting`. */
  nextTryAt: string | null;
  /** Set when the URL is not the one had before: it must be pasted into the provider again. */
  changedFrom: string | null;
  /** Public URLs this installation had earlier, newest first. */
  history: { url: string; lastSeenAt: string }[];
}

export interface ReceiverStatus {
  url: string;
  paused: boolean;
}

export type Theme = 'system' | 'light' | 'dark';

/** How tall the rows of the list are: 36 or 30 pixels. */
export type Density = 'comfortable' | 'compact';

/** What the user is told about while looking elsewhere. */
export interface NotificationSettings {
  /** A delivery whose signature does not hold. */
  failed: boolean;
  /** The user's own server cannot be reached. */
  destinationDown: boolean;
  urlChanged: boolean;
}

/** The desktop app's window; without effect elsewhere. */
export interface WindowSettings {
  alwaysOnTop: boolean;
  launchMinimised: boolean;
  startAtLogin: boolean;
  /** Goes on receiving when the window is closed, with an icon in the tray. */
  keepInTray: boolean;
}

export interface Settings {
  retention: { maxCount: number; maxBytes: number; maxAgeDays: number };
  bodyLimitBytes: number;
  tunnel: {
    kind: TunnelKind;
    host: string;
    subdomain: string | null;
    /** Null until the user was asked. */
    startWithApp: boolean | null;
  };
  theme: Theme;
  density: Density;
  notifications: NotificationSettings;
  window: WindowSettings;
  firstRunDone: boolean;
}

export interface EndpointStats {
  endpointId: string;
  total: number;
  failed: number;
  unread: number;
  /** Of the unread ones, those that failed verification. */
  unreadFailed: number;
}

export interface Stats {
  deliveries: number;
  pinned: number;
  failed: number;
  /** Bytes that deliveries take on disk: the database and the spooled bodies. */
  bytes: number;
  endpoints: EndpointStats[];
}

export interface Notice {
  code: string;
  level: 'info' | 'warning' | 'error';
  message: string;
}

/** What deliveries can be taken out as: HTTP Archive 1.2, a line of JSON each, or Hookglass's own file. */
export type ExportFormat = 'har' | 'ndjson' | 'hookglass';

/** What can be brought in: also a raw HTTP request, and a curl command. */
export type ImportFormat = 'har' | 'hookglass' | 'raw' | 'curl';

/** Where a delivery comes from that was brought in from a file. */
export interface Imported {
  format: ImportFormat;
  /** When it was brought in; `receivedAt` is when it was received in the first place. */
  at: string;
  /** Its id where it was received, and what was found of its signature there; null from other formats. */
  id: string | null;
  verdict: Pick<Verdict, 'status' | 'reason'> | null;
}

/** Native-only abilities of the host; the interface hides what is not there. */
export interface Capabilities {
  revealDataFolder: boolean;
  startAtLogin: boolean;
  /** There is a tray that the app can stay in without a window. */
  tray: boolean;
}

/** Everything a newly connected interface needs before the first event. */
export interface Snapshot {
  version: string;
  host: 'electron' | 'headless';
  capabilities: Capabilities;
  dataDir: string;
  receiver: ReceiverStatus;
  tunnel: TunnelStatus;
  endpoints: Endpoint[];
  providers: ProviderInfo[];
  settings: Settings;
  /** Saved filters, those that came with Hookglass first. */
  filters: SavedFilter[];
  stats: Stats;
  notices: Notice[];
}

// What the interface and the API are told of a provider: JSON-safe types, no behaviour.

export interface ProviderOption {
  key: string;
  label: string;
  help: string;
  default: string;
  /** Present when only these values are allowed. */
  choices?: string[];
}

/**
 * `secret`: it is the secret itself. `signed`: it is part of what is signed, and nothing else that is
 * listed here.
 */
export type HeaderRole =
  | 'signature'
  | 'secret'
  | 'timestamp'
  | 'message-id'
  | 'event-type'
  | 'signed';

export interface ProviderHeader {
  name: string;
  role: HeaderRole;
}

/**
 * Where what is known of a provider comes from: its own document, its own source, memory and an
 * independent implementation that agrees, or memory alone.
 */
export type ProviderConfidence = 'documented' | 'source' | 'corroborated' | 'unconfirmed';

/** What the interface shows of a provider. */
export interface ProviderInfo {
  id: string;
  name: string;
  category: string;
  /** The page that says how it signs; null when none is known. */
  docs: string | null;
  /** How sure it is that it signs as described; see {@link ProviderConfidence}. */
  confidence: ProviderConfidence;
  secretHint: string | null;
  scheme: string;
  signatureHeader: string | null;
  /** What its own headers are for. A name may hold `{option:…}`, which the user's option stands for. */
  headers: ProviderHeader[];
  /** The URL that it calls is part of what it signs: the endpoint's `publicUrl` counts. */
  signsUrl: boolean;
  toleranceSeconds: number | null;
  deadlineSeconds: number | null;
  retries: string | null;
  handshake: boolean;
  /** Its handshake may want a URL of its own to be called: the endpoint's `confirmHandshakes` counts. */
  callsBack: boolean;
  /**
   * Whether test events can be signed with a key of ours: `only`, as there is no shared secret; `also`,
   * beside one; null where it signs with no key.
   */
  testKey: 'only' | 'also' | null;
  options: ProviderOption[];
  /** Event types that a signed test delivery can be made of. */
  sampleEvents: string[];
  /** What else is good to know, a sentence each. */
  notes: string[];
}

// What is said of a request's signature: the verdict, the checks behind it, and what explains a failure.

export type VerdictStatus = 'verified' | 'failed' | 'unsigned' | 'unchecked';

/** Why a verdict is not `verified`. Stable: scripts match on these. */
export type ReasonCode =
  | 'no-provider'
  | 'no-secret'
  | 'secret-locked'
  | 'signature-missing'
  | 'signature-malformed'
  | 'signature-mismatch'
  | 'timestamp-missing'
  | 'timestamp-malformed'
  | 'timestamp-stale'
  | 'timestamp-future'
  | 'body-incomplete'
  /** The provider's public key is being fetched; the verdict follows. */
  | 'key-pending'
  /** The provider's public key could not be fetched. */
  | 'key-unavailable'
  /** The request names a place for its key, or a certificate there, that is not the provider's. */
  | 'key-untrusted'
  /** The certificate of the provider's key was not valid when the request arrived. */
  | 'key-expired'
  /** The provider signs nothing. */
  | 'no-signature';

export type CheckName =
  | 'header-present'
  | 'well-formed'
  | 'timestamp'
  | 'certificate'
  | 'signature';

export interface Check {
  name: CheckName;
  ok: boolean;
  /** What was seen, in words or as the wire's own text. Never a secret, never an expected signature. */
  detail: string;
}

/** Why a request was not verified, as the doctor names it. Stable: scripts match on these. */
export type FindingCause =
  /** White space, quotes or a line break around the secret, or inside it. */
  | 'secret-whitespace'
  | 'secret-of-another-endpoint'
  /** A secret that this endpoint had earlier. */
  | 'secret-previous'
  /** The key was made of the secret in another way: decoded, or not. */
  | 'secret-encoding'
  /** What stands before a secret, such as whsec_, was left out or kept wrongly. */
  | 'secret-prefix'
  /** By its form it is another kind of secret, such as an API key. */
  | 'secret-kind'
  /** A secret of live mode with a request of test mode, or the other way round. */
  | 'secret-mode'
  /** It matches as the endpoint is set up now; it was judged before that. */
  | 'settings-changed'
  /** The JSON or the form of the body was written anew after it was signed. */
  | 'body-reserialised'
  /** A line break or white space at the end of the body came, or went, after it was signed. */
  | 'body-trailing-newline'
  | 'body-bom'
  | 'body-line-endings'
  | 'body-charset'
  | 'body-compression'
  | 'form-order'
  | 'timestamp-stale'
  | 'timestamp-future'
  | 'timestamp-unit'
  | 'timestamp-missing'
  | 'algorithm'
  /** Other parts of the request were signed, such as the body without the time. */
  | 'signed-content'
  | 'signature-encoding'
  | 'signature-truncated'
  | 'header-renamed'
  | 'header-missing'
  | 'headers-merged'
  | 'url-variant'
  | 'id-header'
  /** A token that is genuine, but says something else than what is here. */
  | 'claim'
  /** It is genuine, but signed the way another provider does. */
  | 'other-provider'
  /** Nothing that was tried explains it. */
  | 'unknown';

/** Something that was found to be wrong: proved by trying it out, or seen in the request. */
export interface Finding {
  cause: FindingCause;
  /** What is wrong, as a sentence. */
  message: string;
  /** What was tried that shows it. Never a secret, never an expected signature. */
  proof: string;
  /** What to do about it. */
  fix: string;
  /** Where it is to be mended: at the sender, on the way, or in this endpoint's settings. */
  side: 'sender' | 'between' | 'here';
  /** For what changed the body: the first place where it differs from what was signed. */
  excerpt?: Excerpt;
  /** The setting that would mend it, where one would. */
  suggestion?: Suggestion;
}

/** A place where the body that came differs from the body that was signed. Never more than a line. */
export interface Excerpt {
  /** Where the difference begins in the body as it came, in bytes. */
  at: number;
  /** Text before and behind it, the same in both. */
  before: string;
  after: string;
  /** Bytes that were signed and did not come, in hexadecimal; at most 32 of them. */
  removed: string;
  /** Bytes that came and were not signed, likewise. */
  added: string;
  /** Whether there is more: these bytes go on, or others differ behind them. */
  more: boolean;
}

/** What to set so that requests like this one are verified. Never holds the value of a secret. */
export type Suggestion =
  | { kind: 'public-url'; url: string }
  /** The secret of this label without what was found to be wrong with it. */
  | { kind: 'mend-secret'; label: string }
  /** A secret that the endpoint had earlier, once more. */
  | { kind: 'restore-secret'; label: string }
  | { kind: 'tolerance'; seconds: number }
  | { kind: 'provider'; provider: string; name: string }
  /** An option of the provider; `label` is what people know it by. */
  | { kind: 'option'; option: string; label: string; value: string };

export interface Verdict {
  status: VerdictStatus;
  /** How the provider signs, in words: `HMAC-SHA256 of {timestamp}.{body}`. */
  scheme: string | null;
  reason: ReasonCode | null;
  /** One plain sentence on what to do about it. */
  hint: string | null;
  /** What explains a signature that does not match, the most certain first; often nothing does. */
  findings: Finding[];
  /** The label of the secret that matched. */
  secretLabel: string | null;
  checks: Check[];
  /** What a verified signature does not protect, in words. */
  warnings: string[];
}

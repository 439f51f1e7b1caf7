// What a provider is: data. One file per provider under providers/ says how it signs, where its ids
// and event types are, how it is recognised, and what its events look like. Adding one means adding
// such a file, its line in providers/index.ts, and its test vector.

import type { HeaderPair } from '../../../shared/headers.ts';
import type { ProviderConfidence, ProviderOption } from '../../../shared/model.ts';
import type { ContentRuleSpec } from './content-spec.ts';
import type { Encryption } from './decrypt.ts';
import type { DigestParams } from './digest.ts';
import type { Ed25519Params } from './ed25519.ts';
import type { HandshakeRule } from './handshake-rule.ts';
import type { Encoding, HashName } from './hash-text.ts';
import type { KeyForm } from './hmac.ts';
import type { JwtRule } from './jwt-rule.ts';
import type { PublicKeyParams } from './public-key.ts';
import type { BasicAuthRule, TokenRule } from './token.ts';
import type { UnsignedRule } from './unsigned.ts';

/** A value that the user sets: `{option:header}` stands for the option `header`, in any text. */
export type OptionRef = `{option:${string}}`;

/** A scheme with its parameters. */
export type Rule =
  | HmacRule
  | DigestRule
  | Ed25519Rule
  | PublicKeyRule
  | JwtRule
  | TokenRule
  | BasicAuthRule
  | UnsignedRule;

export interface HmacRule extends ContentRuleSpec {
  scheme: 'hmac';
  hash: HashName | OptionRef;
  encoding: Encoding | OptionRef;
  key: KeyForm | OptionRef;
}

export interface Ed25519Rule extends ContentRuleSpec, Ed25519Params {
  scheme: 'ed25519';
}

export interface DigestRule extends ContentRuleSpec, DigestParams {
  scheme: 'digest';
}

export interface PublicKeyRule extends ContentRuleSpec, Omit<PublicKeyParams, 'kind'> {
  scheme: PublicKeyParams['kind'];
}

/**
 * Something by which the provider is recognised. Two points make a guess: a header that no one else
 * sends is worth 3, a form that few others share 2, a hint 1.
 */
export interface Clue {
  /** `header:X-GitHub-Event`, `json:$.id`, `query:crc_token`; see source.ts. */
  at: string;
  /** What the value looks like; any value when absent. */
  like?: RegExp;
  points: 1 | 2 | 3;
  /** Completes "it has …". */
  says: string;
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue };

/**
 * A delivery as the provider sends it, for tests. Texts may hold `{uuid}`, `{hex24}`, `{unix}` and
 * the like, which are made fresh; see sample.ts.
 */
export interface SampleEvent {
  eventType: string;
  /** Sent besides the provider's own sample headers. */
  headers?: readonly HeaderPair[];
  body: { json: JsonValue } | { form: readonly [name: string, value: string][] } | { text: string };
}

export type Category =
  | 'accounting'
  | 'ai'
  | 'cloud'
  | 'code'
  | 'commerce'
  | 'content'
  | 'crm'
  | 'documents'
  | 'email'
  | 'forms'
  | 'generic'
  | 'identity'
  | 'media'
  | 'messaging'
  | 'operations'
  | 'payments'
  | 'social'
  | 'support'
  | 'web3'
  | 'work';

/** A provider as its file under providers/ gives it. */
export interface ProviderEntry {
  id: string;
  name: string;
  /** What sentences call it, when that is not its name. */
  sender?: string;
  category: Category;
  /** Its page on verifying webhooks, or the source that was read; null when there is none to link. */
  docs: string | null;
  /** Recalled facts ship as `unconfirmed`: people are told so. */
  confidence: ProviderConfidence;
  /** Which secret to paste and what it looks like, for people. */
  secretHint?: string;
  /** Seconds in which the provider wants its answer; absent when it does not say. */
  deadlineSeconds?: number;
  /** What it does when it gets none, in words. */
  retries?: string;
  /** How bodies are encrypted with a secret: where one is at hand, its id and event type are read inside. */
  encryption?: Encryption;
  /** Sources; see source.ts. */
  messageId?: string;
  eventType?: string;
  /** The first is the usual one; a delivery is verified when any that fits it says so. */
  rules: readonly [Rule, ...Rule[]];
  /** By which it asks whether a URL is ours; of several, the first that fits a request. */
  handshake?: HandshakeRule | readonly HandshakeRule[];
  options?: readonly ProviderOption[];
  /** By default those that its headers give; see recognition.ts. */
  clues?: readonly Clue[];
  /** Besides those: what its query or body looks like. */
  moreClues?: readonly Clue[];
  /** What else is good to know, a sentence each. */
  notes?: readonly string[];
  /** By default one made of where its event type and id are. */
  samples?: Samples;
}

export interface Samples {
  headers: readonly HeaderPair[];
  /** Spaces by which the provider indents its JSON; none by default. */
  indent?: number;
  events: readonly [SampleEvent, ...SampleEvent[]];
}

/** A provider with everything that its entry leaves to defaults. */
export interface Provider
  extends Omit<
    ProviderEntry,
    | 'secretHint'
    | 'deadlineSeconds'
    | 'retries'
    | 'messageId'
    | 'eventType'
    | 'handshake'
    | 'moreClues'
  > {
  secretHint: string | null;
  deadlineSeconds: number | null;
  retries: string | null;
  messageId: string | null;
  eventType: string | null;
  handshake: HandshakeRule | readonly HandshakeRule[] | null;
  options: readonly ProviderOption[];
  clues: readonly Clue[];
  notes: readonly string[];
  samples: Samples;
}

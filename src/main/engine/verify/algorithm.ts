// What differs between schemes that sign bytes with a key: how a secret becomes a key, what a
// signature looks like, and the computing. The rest of such a rule is content-rule.ts.

import type { KeyObject } from 'node:crypto';

/** The signed bytes go in piece by piece; then one of the two answers is asked for, once. */
export interface Work {
  /** Text in which every character is one byte (see template.ts). */
  text(bytes: string): void;
  bytes(chunk: Buffer): void;
  /** True when one of the well-formed candidates is the signature; compared in constant time. */
  matches(candidates: readonly string[]): boolean;
  /** The signature as it is written on the wire; null when the key can only verify. */
  signature(): string | null;
}

export interface Algorithm<Key> {
  /** `HMAC-SHA256` */
  label: string;
  /** What a secret must look like, in words. */
  keyForm: string;
  /** Null when the secret cannot be a key of this form. */
  readKey(secret: string): Key | null;
  /** A key that the provider publishes; null when it is of another kind. */
  readPublicKey?(key: KeyObject): Key | null;
  /** For signing, where that takes another key than verifying does, and what that one looks like. */
  readSigningKey?(secret: string): Key | null;
  signingKeyForm?: string;
  /** What is wrong with the form of a signature, in words; null when it is well formed. */
  complaint(signature: string): string | null;
  begin(key: Key): Work;
}

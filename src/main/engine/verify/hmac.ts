// HMAC in all its forms: the hash, how the result is written, and how a secret becomes the key.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertNever } from '../../../shared/contract.ts';
import type { Algorithm, KeyVariant, Work } from './algorithm.ts';
import type { Problem } from './scheme.ts';

export const HASHES = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof HASHES)[number];

export const ENCODINGS = ['hex', 'base64', 'base64url'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `base64-after-prefix:whsec_`: the prefix is taken off when present, the rest is base64. */
export type KeyForm = 'utf8' | 'hex' | 'base64' | `base64-after-prefix:${string}`;

const PREFIX_FORM = 'base64-after-prefix:';
const SIZES: Record<HashName, number> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

export interface HmacParams {
  hash: string;
  encoding: string;
  key: string;
}

/** Checks the parameters, which may be a user's, and answers the algorithm. */
export function hmac({ hash, encoding, key }: HmacParams): Algorithm<Buffer | string> | Problem {
  if (!isOneOf(HASHES, hash)) return { problem: `The hash "${hash}" is not known.` };
  if (!isOneOf(ENCODINGS, encoding)) return { problem: `The encoding "${encoding}" is not known.` };
  if (!isKeyForm(key)) return { problem: `The form of key "${key}" is not known.` };
  return {
    label: `HMAC-${hash.toUpperCase()}`,
    keyForm: keyFormWords(key),
    readKey: (secret) => readKey(secret, key),
    variants: (secret) => keyVariants(secret, key),
    complaint: complaintOf(hash, encoding),
    begin: (keyBytes) => beginHmac(hash, encoding, keyBytes),
  };
}

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}

function isKeyForm(value: string): value is KeyForm {
  return ['utf8', 'hex', 'base64'].includes(value) || value.startsWith(PREFIX_FORM);
}

function keyFormWords(form: KeyForm): string {
  if (form === 'utf8') return 'text';
  if (form === 'hex') return 'hexadecimal';
  if (form === 'base64') return 'base64';
  return `base64 after ${form.slice(PREFIX_FORM.length)}`;
}

/** Text is handed to the hash as it is: Node encodes it as UTF-8. An empty key is none. */
function readKey(secret: string, form: KeyForm): Buffer | string | null {
  if (form === 'utf8') return secret === '' ? null : secret;
  if (form === 'hex') {
    return /^(?:[0-9a-f]{2})+$/i.test(secret) ? Buffer.from(secret, 'hex') : null;
  }
  const prefix = form === 'base64' ? '' : form.slice(PREFIX_FORM.length);
  return decodeBase64(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret);
}

function decodeBase64(text: string): Buffer | null {
  const unpadded = text.replace(/={1,2}$/, '');
  const valid = /^[A-Za-z0-9+/]+$/.test(unpadded) && unpadded.length % 4 !== 1;
  return valid ? Buffer.from(unpadded, 'base64') : null;
}

function keyVariants(secret: string, form: KeyForm): KeyVariant<Buffer | string>[] {
  const variants: (Omit<KeyVariant<Buffer | string>, 'key'> & { key: Buffer | string | null })[] =
    [];
  const trimmed = secret.trim();
  if (trimmed !== secret) {
    const when = 'the white space around the secret is removed';
    variants.push({ key: readKey(trimmed, form), cause: 'secret-whitespace', when });
  }
  if (form === 'utf8') {
    const [, rest = trimmed] = /^[a-z]+_(.+)$/.exec(trimmed) ?? [];
    const when = 'the secret is decoded from base64 to make the key';
    variants.push({ key: decodeBase64(rest), cause: 'secret-encoding', when });
  } else {
    const when = 'the secret is used as plain text, without decoding it';
    variants.push({ key: secret, cause: 'secret-encoding', when });
  }
  return variants.flatMap(({ key, ...rest }) => (key === null ? [] : [{ key, ...rest }]));
}

const FORMS: Record<Encoding, { words: string; pattern: RegExp }> = {
  hex: { words: 'hexadecimal digits', pattern: /^[0-9a-f]*$/i },
  base64: { words: 'characters of base64', pattern: /^[A-Za-z0-9+/]*={0,2}$/ },
  base64url: { words: 'characters of base64url', pattern: /^[A-Za-z0-9_-]*={0,2}$/ },
};

function complaintOf(hash: HashName, encoding: Encoding): (signature: string) => string | null {
  const { words, pattern } = FORMS[encoding];
  const length = canonical(Buffer.alloc(SIZES[hash]).toString(encoding), encoding).length;
  return (signature) => {
    if (!pattern.test(signature)) return `holds other characters than ${words}`;
    const found = canonical(signature, encoding).length;
    return found === length
      ? null
      : `has ${found} ${words}, but HMAC-${hash.toUpperCase()} has ${length}`;
  };
}

/** One spelling for each value: hexadecimal in lower case, base64 without its padding. */
function canonical(signature: string, encoding: Encoding): string {
  switch (encoding) {
    case 'hex':
      return signature.toLowerCase();
    case 'base64':
    case 'base64url':
      return signature.endsWith('=') ? signature.replace(/=+$/, '') : signature;
    default:
      return assertNever(encoding);
  }
}

function beginHmac(hash: HashName, encoding: Encoding, key: Buffer | string): Work {
  const computation = createHmac(hash, key);
  return {
    text: (bytes) => void computation.update(bytes, 'latin1'),
    bytes: (chunk) => void computation.update(chunk),
    matches(candidates) {
      // Texts are compared rather than decoded bytes: base64 has several spellings of the same
      // bytes, and only one of them is what the provider sent.
      const expected = Buffer.from(canonical(computation.digest(encoding), encoding), 'latin1');
      return candidates.some((candidate) => {
        const given = Buffer.from(canonical(candidate, encoding), 'latin1');
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
    signature: () => computation.digest(encoding),
  };
}

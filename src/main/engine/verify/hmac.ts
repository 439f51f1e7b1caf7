// HMAC in all its forms: the hash, how the result is written, and how a secret becomes the key.

import { createHash, createHmac } from 'node:crypto';
import type { Algorithm } from './algorithm.ts';
import { complaintOf, hashWork, isEncoding, isHash } from './hash-text.ts';
import type { Problem } from './scheme.ts';

/**
 * `base64-after-prefix:whsec_`: the prefix is taken off when present, the rest is base64.
 * `sha1-of-utf8`: the secret's SHA-1 is the key. `utf8-nfkd`: text in Unicode's form NFKD.
 */
export type KeyForm =
  | 'utf8'
  | 'utf8-nfkd'
  | 'hex'
  | 'base64'
  | 'sha1-of-utf8'
  | `base64-after-prefix:${string}`;

const PREFIX_FORM = 'base64-after-prefix:';
const TEXT_FORMS: ReadonlySet<KeyForm> = new Set(['utf8', 'utf8-nfkd', 'sha1-of-utf8']);
const PLAIN_FORMS: readonly string[] = ['utf8', 'utf8-nfkd', 'hex', 'base64', 'sha1-of-utf8'];

export interface HmacParams {
  hash: string;
  encoding: string;
  key: string;
}

/** Checks the parameters, which may be a user's, and answers the algorithm. */
export function hmac({ hash, encoding, key }: HmacParams): Algorithm<Buffer | string> | Problem {
  if (!isHash(hash)) return { problem: `The hash "${hash}" is not known.` };
  if (!isEncoding(encoding)) return { problem: `The encoding "${encoding}" is not known.` };
  if (!isKeyForm(key)) return { problem: `The form of key "${key}" is not known.` };
  return {
    label: `HMAC-${hash.toUpperCase()}`,
    keyForm: keyFormWords(key),
    readKey: (secret) => readKey(secret, key),
    complaint: complaintOf(`HMAC-${hash.toUpperCase()}`, hash, encoding),
    begin: (keyBytes) => hashWork(createHmac(hash, keyBytes), encoding),
  };
}

function isKeyForm(value: string): value is KeyForm {
  return PLAIN_FORMS.includes(value) || value.startsWith(PREFIX_FORM);
}

function keyFormWords(form: KeyForm): string {
  if (TEXT_FORMS.has(form)) return 'text';
  if (form === 'hex') return 'hexadecimal';
  if (form === 'base64') return 'base64';
  return `base64 after ${form.slice(PREFIX_FORM.length)}`;
}

/** Text is handed to the hash as it is: Node encodes it as UTF-8. An empty key is none. */
function readKey(secret: string, form: KeyForm): Buffer | string | null {
  if (TEXT_FORMS.has(form)) return secret === '' ? null : readText(secret, form);
  if (form === 'hex') {
    return /^(?:[0-9a-f]{2})+$/i.test(secret) ? Buffer.from(secret, 'hex') : null;
  }
  const prefix = form === 'base64' ? '' : form.slice(PREFIX_FORM.length);
  return decodeBase64(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret);
}

function readText(secret: string, form: KeyForm): Buffer | string {
  if (form === 'utf8-nfkd') return secret.normalize('NFKD');
  return form === 'sha1-of-utf8' ? createHash('sha1').update(secret).digest() : secret;
}

function decodeBase64(text: string): Buffer | null {
  const unpadded = text.replace(/={1,2}$/, '');
  const valid = /^[A-Za-z0-9+/]+$/.test(unpadded) && unpadded.length % 4 !== 1;
  return valid ? Buffer.from(unpadded, 'base64') : null;
}

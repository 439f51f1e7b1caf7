// Base64 and its variant for URLs, decoded for a look inside, and what the bytes are.

import { looksBinary, sniffImage } from '../sniff.ts';

/** Null when the text is not base64 from its beginning to its end. */
export function decodeBase64(text: string): Uint8Array | null {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return null;
  const bare = text.replace(/=+$/, '');
  if (bare.length % 4 === 1 || (text !== bare && text.length % 4 !== 0)) return null;
  if (/[+/]/.test(bare) && /[-_]/.test(bare)) return null;
  try {
    const decoded = atob(bare.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

export type Described =
  | { kind: 'text'; text: string }
  | { kind: 'file'; name: string }
  | { kind: 'bytes' };

const FILES: [magic: string, name: string][] = [
  ['%PDF-', 'A PDF document'],
  ['PK\x03\x04', 'A zip archive'],
  ['\x1f\x8b', 'Compressed with gzip'],
];

/** What decoded bytes are. Text is only what people could have written. */
export function describeBytes(bytes: Uint8Array): Described {
  const image = sniffImage(bytes);
  if (image !== null) return { kind: 'file', name: `A ${image.name} image` };
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const file = FILES.find(([magic]) => beginning.startsWith(magic));
  if (file !== undefined) return { kind: 'file', name: file[1] };
  if (bytes.length < 8 || looksBinary(bytes)) return { kind: 'bytes' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\s]+$/u.test(text) && mostlyPlain(text)
      ? { kind: 'text', text }
      : { kind: 'bytes' };
  } catch {
    return { kind: 'bytes' };
  }
}

/** Random bytes are seldom valid UTF-8, and hardly ever mostly ASCII. */
function mostlyPlain(text: string): boolean {
  let plain = 0;
  for (const character of text) if (/[\x20-\x7e\s]/.test(character)) plain++;
  return plain > text.length * 0.8;
}

// What a body's first bytes say it is, whatever its content type claims.

export interface ImageKind {
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';
  name: string;
  extension: string;
}

const SAMPLE_BYTES = 4096;

/** The raster image that the magic bytes name; null for everything else, SVG included. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) {
    return { mime: 'image/png', name: 'PNG', extension: 'png' };
  }
  if (startsWith(bytes, 0, '\xff\xd8\xff')) {
    return { mime: 'image/jpeg', name: 'JPEG', extension: 'jpg' };
  }
  if (startsWith(bytes, 0, 'GIF87a') || startsWith(bytes, 0, 'GIF89a')) {
    return { mime: 'image/gif', name: 'GIF', extension: 'gif' };
  }
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) {
    return { mime: 'image/webp', name: 'WebP', extension: 'webp' };
  }
  if (startsWith(bytes, 4, 'ftypavif') || startsWith(bytes, 4, 'ftypavis')) {
    return { mime: 'image/avif', name: 'AVIF', extension: 'avif' };
  }
  return null;
}

/**
 * True when the beginning holds bytes that text does not have. UTF-16 with its mark is text, and what is
 * no UTF-8 may be where another `charset` is declared.
 */
export function looksBinary(bytes: Uint8Array, charset: string | null = null): boolean {
  if (isUtf16(bytes)) return false;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  }
  if (odd > sample.length / 50) return true;
  return !isOtherCharset(charset) && !isUtf8Start(sample, sample.length < bytes.length);
}

/** True when the first character that is not white space opens a JSON object or array. */
export function looksJson(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (const byte of bytes.subarray(start, start + SAMPLE_BYTES)) {
    if (byte === 0x20 || (byte >= 9 && byte <= 13)) continue;
    return byte === 0x7b || byte === 0x5b;
  }
  return false;
}

/** True when the bytes begin with an XML declaration. */
export function looksXml(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return startsWith(bytes, start, '<?xml');
}

function startsWith(bytes: Uint8Array, at: number, magic: string): boolean {
  if (bytes.length < at + magic.length) return false;
  for (let i = 0; i < magic.length; i++) {
    if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** True for the name of an encoding that is known and not UTF-8. */
function isOtherCharset(charset: string | null): boolean {
  try {
    return charset !== null && new TextDecoder(charset).encoding !== 'utf-8';
  } catch {
    return false;
  }
}

function isUtf8Start(sample: Uint8Array, cut: boolean): boolean {
  try {
    // `stream` forgives a character that the end of the sample cut through.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

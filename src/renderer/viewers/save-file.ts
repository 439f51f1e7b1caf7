// Offers bytes as a download: they never leave the machine, and the browser asks where to.

import type { BodyContent, Bytes } from './content.ts';
import { looksBinary, looksJson, sniffImage } from './sniff.ts';

/** A file extension for a body, told by its bytes first and its content type second. */
export function extensionOf(content: BodyContent): string {
  const image = sniffImage(content.bytes);
  if (image !== null) return image.extension;
  if (/[/+]json$/.test(content.mediaType)) return 'json';
  if (looksBinary(content.bytes)) return 'bin';
  if (looksJson(content.bytes)) return 'json';
  if (/[/+]xml$/.test(content.mediaType)) return 'xml';
  return content.mediaType === 'text/csv' ? 'csv' : 'txt';
}

/** Characters that a file name may not hold anywhere become dashes. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe.slice(0, 80) || 'body';
}

/** Saves the bytes exactly as they came; a compressed body gets its compression's extension too. */
export function saveFile(bytes: Bytes, name: string, content: BodyContent): void {
  const packed = content.wire === content.bytes ? '' : '.gz';
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${safeFileName(name)}.${extensionOf(content)}${packed}`;
  link.click();
  // The download has its own hold on the blob once it began.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

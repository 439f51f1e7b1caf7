// Offers bytes as a download: they never leave the machine, and the browser asks where to.

import type { DragEvent } from 'react';
import { type BodyContent, isBinary } from './content.ts';
import { looksLikeJsonLines } from './json-lines-reindent.ts';
import { looksJson, looksXml, sniffImage } from './sniff.ts';

const SAMPLE_BYTES = 4096;

/** A file extension for a body, told by its bytes first and its content type second. */
export function extensionOf(content: BodyContent): string {
  const { bytes, mediaType } = content;
  const image = sniffImage(bytes);
  if (image !== null) return image.extension;
  if (/[/+]json$/.test(mediaType)) return 'json';
  if (isBinary(content)) return 'bin';
  if (/[/-](?:ndjson|jsonl(?:ines)?)$/.test(mediaType)) return 'ndjson';
  if (looksJson(bytes)) {
    const beginning = new TextDecoder().decode(bytes.subarray(0, SAMPLE_BYTES));
    return looksLikeJsonLines(beginning) ? 'ndjson' : 'json';
  }
  if (/[/+]xml$/.test(mediaType) || looksXml(bytes)) return 'xml';
  return mediaType === 'text/csv' ? 'csv' : 'txt';
}

const PACKED: Record<string, string> = { gzip: '.gz', 'x-gzip': '.gz', br: '.br', deflate: '.zz' };

/** The name of a body's file as it came: a compressed one has its compression's extension too. */
export function fileNameOf(name: string, content: BodyContent, encoding: string | null): string {
  const packed = encoding !== null && Object.hasOwn(PACKED, encoding) ? PACKED[encoding] : '';
  return `${safeFileName(name)}.${extensionOf(content)}${packed}`;
}

/** Characters that a file name may not hold anywhere become dashes. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe.slice(0, 80) || 'body';
}

/** Saves bytes under a name that is safe already. */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement('a');
  link.href = temporaryUrl(bytes);
  link.download = name;
  link.click();
}

/** Lets bytes be dragged out of the window as a file; browsers but Chromium take no notice. */
export function dragFile(event: DragEvent, bytes: Uint8Array<ArrayBuffer>, name: string): void {
  event.dataTransfer.effectAllowed = 'copy';
  const url = temporaryUrl(bytes);
  event.dataTransfer.setData('DownloadURL', `application/octet-stream:${name}:${url}`);
}

/** The download has its own hold on the bytes once it began, which a drag may take a while to do. */
function temporaryUrl(bytes: Uint8Array<ArrayBuffer>): string {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  setTimeout(() => URL.revokeObjectURL(url), 120_000);
  return url;
}

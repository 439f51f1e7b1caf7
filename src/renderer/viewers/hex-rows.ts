// The rows of a hex dump: offset, eight or sixteen bytes, and what they are in ASCII.

export type BytesPerRow = 8 | 16;

/** Bytes on one page: at most 524,288 rows, whose height every browser can still scroll. */
export const BYTES_PER_PAGE = 4 * 1024 * 1024;

export interface HexRow {
  /** Eight hexadecimal digits. */
  offset: string;
  /** Two digits a byte, a space between, two after the eighth. */
  hex: string;
  /** Printable ASCII; a dot for every other byte. */
  ascii: string;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hexRow(bytes: Uint8Array, offset: number, perRow: BytesPerRow): HexRow {
  const end = Math.min(offset + perRow, bytes.length);
  let hex = '';
  let ascii = '';
  for (let i = offset; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (i > offset) hex += (i - offset) % 8 === 0 ? '  ' : ' ';
    hex += HEX[byte];
    ascii += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
  }
  return { offset: offset.toString(16).padStart(8, '0'), hex, ascii };
}

export function rowCount(size: number, perRow: BytesPerRow): number {
  return Math.ceil(size / perRow);
}

export function pageCount(size: number): number {
  return Math.max(1, Math.ceil(size / BYTES_PER_PAGE));
}

/** An offset as people write it: `1024`, `0x400`, `400h`. Null when it is none or past the end. */
export function parseOffset(text: string, size: number): number | null {
  const trimmed = text.trim().toLowerCase().replaceAll(/[,_ ]/g, '');
  const hex = /^(?:0x([0-9a-f]{1,12})|([0-9a-f]{1,12})h)$/.exec(trimmed);
  const digits = hex?.[1] ?? hex?.[2];
  const offset = digits !== undefined ? Number.parseInt(digits, 16) : decimal(trimmed);
  return offset !== null && offset < size ? offset : null;
}

function decimal(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** Bytes of a row, as characters of its hexadecimal column. */
export function hexMark<Mark extends { from: number; to: number }>(mark: Mark): Mark {
  return { ...mark, from: hexColumn(mark.from), to: hexColumn(mark.to - 1) + 2 };
}

function hexColumn(byte: number): number {
  return byte * 3 + Math.floor(byte / 8);
}

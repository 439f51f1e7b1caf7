// The fields of a `multipart/form-data` body (RFC 7578), as some providers wrap their JSON in one.

import type { FormReader } from './form-fields.ts';

const TYPE = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const FIELD = /^content-disposition:[^\r\n]*;\s*name="([^"\r\n]*)"([^\r\n]*)/im;
const HEAD_END = '\r\n\r\n';
const MAX_PART_HEAD = 4096;

/** What separates the parts; null when the content type is another one. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = TYPE.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** Fields in their order, files left out; a part that is cut off at the end is none. */
export function multipartReader(boundary: string, maxFields: number): FormReader {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const fields: [string, string][] = [];
  let overflow = false;
  // The first delimiter has no line break before it.
  let rest: Buffer = Buffer.from('\r\n');
  let state: 'skipped' | 'head' | { name: string; value: Buffer[] } = 'skipped';

  function endPart(last: Buffer): void {
    if (typeof state !== 'object') return;
    if (fields.length >= maxFields) overflow = true;
    else fields.push([state.name, Buffer.concat([...state.value, last]).toString()]);
  }

  /** False when more has to come first. */
  function readHead(): boolean {
    // No further than a head goes: else every delimiter would have all that follows searched.
    const near = rest.subarray(0, MAX_PART_HEAD + HEAD_END.length + delimiter.length);
    const next = near.indexOf(delimiter);
    const end = near.subarray(0, next === -1 ? near.length : next).indexOf(HEAD_END);
    if (end === -1 && next !== -1) {
      rest = rest.subarray(next + delimiter.length);
      return true;
    }
    if (end === -1 || rest.length < end + HEAD_END.length + delimiter.length) {
      if (rest.length <= MAX_PART_HEAD + HEAD_END.length + delimiter.length) return false;
      state = 'skipped';
      return true;
    }
    const name = fieldName(rest.toString('latin1', 0, end));
    state = name === null ? 'skipped' : { name, value: [] };
    rest = rest.subarray(end + HEAD_END.length);
    return true;
  }

  /** False when more has to come first. */
  function readContent(): boolean {
    const next = rest.indexOf(delimiter);
    if (next !== -1) {
      endPart(rest.subarray(0, next));
      state = 'head';
      rest = rest.subarray(next + delimiter.length);
      return true;
    }
    // The end of what is here may be the beginning of a delimiter.
    const sure = Math.max(0, rest.length - delimiter.length + 1);
    if (typeof state === 'object') state.value.push(Buffer.from(rest.subarray(0, sure)));
    rest = rest.subarray(sure);
    return false;
  }

  return {
    push(piece) {
      rest = Buffer.concat([rest, piece]);
      while (!overflow && (state === 'head' ? readHead() : readContent()));
    },
    end: () => ({ fields, isWhole: !overflow }),
  };
}

/** Null for a file, and for what is no field. Every byte of a head is a character of it. */
function fieldName(head: string): string | null {
  const [, name, more = ''] = FIELD.exec(head) ?? [];
  if (name === undefined || /;\s*filename\*?=/i.test(more)) return null;
  return Buffer.from(name, 'latin1').toString();
}

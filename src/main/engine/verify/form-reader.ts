// Takes a form apart that comes in pieces, as a large body is read from its file: no more of it is held
// than its fields, and no piece takes long.

import type { Form } from '../body.ts';
import type { FormReader } from './form-fields.ts';
import { boundaryOf, multipartReader } from './multipart.ts';

const URL_ENCODED = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
/** Forms of providers have a few dozen; a hostile one is not taken apart to the end. */
const MAX_FIELDS = 10_000;

/** Null when the content type is not that of a form. */
export function formReader(contentType: string, maxFields = MAX_FIELDS): FormReader | null {
  if (URL_ENCODED.test(contentType)) return urlEncodedReader(maxFields);
  const boundary = boundaryOf(contentType);
  return boundary === null ? null : multipartReader(boundary, maxFields);
}

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;
const NOTHING = Buffer.alloc(0);

/** As URLSearchParams reads a whole form (https://url.spec.whatwg.org/#urlencoded-parsing). */
function urlEncodedReader(maxFields: number): FormReader {
  const fields: [string, string][] = [];
  let name: string | null = null;
  let text: Buffer[] = [];
  let isEmpty = true;
  let rest: Buffer = NOTHING;
  let overflow = false;

  function take(decoded: Buffer): string {
    const whole = Buffer.concat([...text, decoded]).toString();
    text = [];
    return whole;
  }

  function endField(decoded: Buffer): void {
    const value = take(decoded);
    if (!isEmpty) {
      if (fields.length >= maxFields) overflow = true;
      else fields.push(name === null ? [value, ''] : [name, value]);
    }
    name = null;
    isEmpty = true;
  }

  /** `isLast`: an escape that is cut off is then text. */
  function decode(bytes: Buffer, isLast: boolean): void {
    const out = Buffer.allocUnsafe(bytes.length);
    let start = 0;
    let end = 0;
    for (let at = 0; at < bytes.length && !overflow; at++) {
      let byte = bytes[at] ?? 0;
      if (byte === AMPERSAND) {
        endField(out.subarray(start, end));
        start = end;
        continue;
      }
      isEmpty = false;
      if (byte === EQUALS && name === null) {
        name = take(out.subarray(start, end));
        start = end;
        continue;
      }
      if (byte === PERCENT) {
        if (at + 2 >= bytes.length && !isLast) {
          rest = Buffer.from(bytes.subarray(at));
          break;
        }
        const code = hexPair(bytes[at + 1], bytes[at + 2]);
        if (code !== null) {
          byte = code;
          at += 2;
        }
      } else if (byte === PLUS) {
        byte = SPACE;
      }
      out[end++] = byte;
    }
    text.push(out.subarray(start, end));
  }

  return {
    push(piece) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      rest = NOTHING;
      decode(bytes, false);
    },
    end(): Form {
      decode(rest, true);
      endField(NOTHING);
      return { fields, isWhole: !overflow };
    },
  };
}

function hexPair(high: number | undefined, low: number | undefined): number | null {
  const first = hexDigit(high);
  const second = hexDigit(low);
  return first === null || second === null ? null : first * 16 + second;
}

function hexDigit(byte = 0): number | null {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : null;
}

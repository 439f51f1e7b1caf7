// A body as the viewers get it: bytes, what they are called, and their text once somebody asks for it.

import {
  type DecodedText,
  decodeInSlices,
  decodeText,
  mediaParameter,
  mediaType,
} from './charset.ts';
import type { Sliced } from './sliced.ts';
import { looksBinary } from './sniff.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface BodyContent {
  /** What is shown: the wire's bytes, or what they were before they were compressed. */
  bytes: Bytes;
  /** The bytes exactly as they came. */
  wire: Bytes;
  contentType: string | null;
  /** The content type without parameters, in lower case; empty when there is none. */
  mediaType: string;
  /** The text of `bytes`, decoded on first use. */
  text(): DecodedText;
  /** The same in slices, for bodies of any size. */
  decode(): Sliced<DecodedText>;
}

/** True when the body is no text, as far as its beginning tells. */
export function isBinary({
  bytes,
  contentType,
}: Pick<BodyContent, 'bytes' | 'contentType'>): boolean {
  return looksBinary(bytes, mediaParameter(contentType, 'charset'));
}

/** Wraps a body for the viewers. `bytes` differs from `wire` only for compressed bodies. */
export function createContent(
  bytes: Bytes,
  contentType: string | null,
  wire: Bytes = bytes,
): BodyContent {
  let decoded: DecodedText | null = null;
  return {
    bytes,
    wire,
    contentType,
    mediaType: mediaType(contentType),
    text() {
      decoded ??= decodeText(bytes, contentType);
      return decoded;
    },
    *decode() {
      decoded ??= yield* decodeInSlices(bytes, contentType);
      return decoded;
    },
  };
}

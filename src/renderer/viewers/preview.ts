// The beginning of a body in a few lines, for where the whole would be too much.

import { bytes as formatBytes } from '../lib/format.ts';
import { type BodyContent, isBinary } from './content.ts';
import { decodeForm } from './form-decode.ts';
import { reindentJson } from './json-reindent.ts';
import type { Sliced } from './sliced.ts';
import { looksJson, sniffImage } from './sniff.ts';

export type Preview =
  | { kind: 'json' | 'text'; lines: string[]; cut: boolean }
  | { kind: 'words'; text: string };

const MAX_LINES = 14;
const MAX_CHARACTERS = 4000;
const MAX_JSON_CHARACTERS = 1024 * 1024;

/** Pretty JSON, decoded form fields, text, or a word on what the bytes are. */
export function* previewBody(content: BodyContent): Sliced<Preview> {
  const image = sniffImage(content.bytes);
  const size = formatBytes(content.bytes.length);
  if (image !== null) return { kind: 'words', text: `A ${image.name} image of ${size}.` };
  if (isBinary(content)) return { kind: 'words', text: `${size} that are not text.` };
  if (content.mediaType === 'application/x-www-form-urlencoded') {
    const { fields } = yield* decodeForm((yield* content.decode()).text.slice(0, MAX_CHARACTERS));
    return cutLines(
      fields.map(({ name, value }) => `${name} = ${value}`),
      'text',
    );
  }
  const { text } = yield* content.decode();
  if (
    (looksJson(content.bytes) || /json/.test(content.mediaType)) &&
    text.length <= MAX_JSON_CHARACTERS
  ) {
    const result = yield* reindentJson(text, { maxLines: 200_000, many: true });
    if (result.kind === 'pretty') return cutLines(result.lines, 'json');
  }
  const beginning = cutLines(text.slice(0, MAX_CHARACTERS).split('\n', MAX_LINES + 1), 'text');
  return text.length > MAX_CHARACTERS ? { ...beginning, cut: true } : beginning;
}

function cutLines(lines: string[], kind: 'json' | 'text'): Extract<Preview, { cut: boolean }> {
  return { kind, lines: lines.slice(0, MAX_LINES), cut: lines.length > MAX_LINES };
}

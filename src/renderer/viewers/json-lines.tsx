// NDJSON, also called JSON Lines: every record indented, and said which lines are none.

import { count } from '../lib/format.ts';
import { decodeText } from './charset.ts';
import { type BodyContent, isBinary } from './content.ts';
import {
  looksLikeJsonLines,
  type PrettyRecords,
  reindentJsonLines,
} from './json-lines-reindent.ts';
import { Reindented } from './Reindented.tsx';
import { looksJson } from './sniff.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

const SAMPLE_BYTES = 16 * 1024;
const NAMED = 5;

function JsonLinesView(props: ViewerProps) {
  return (
    <Reindented<Pick<PrettyRecords, 'records' | 'bad'>>
      {...props}
      name="JSON lines"
      language="json"
      reindent={reindentJsonLines}
      notice={badLines}
    />
  );
}

function badLines({ bad, records }: Pick<PrettyRecords, 'records' | 'bad'>): string | null {
  if (bad.length === 0) return null;
  const named = bad.slice(0, NAMED).map(count).join(', ');
  const more = bad.length > NAMED ? ' and more' : '';
  const are = bad.length === 1 ? 'is' : 'are';
  return `${count(bad.length)} of ${count(records.length)} lines ${are} not valid JSON and shown as ${bad.length === 1 ? 'it' : 'they'} came: line ${named}${more}.`;
}

function canShow(content: BodyContent): number {
  if (content.bytes.length === 0 || isBinary(content)) return 0;
  const named = /^application\/(?:x-)?(?:ndjson|jsonl(?:ines)?)$/;
  if (named.test(content.mediaType)) return 105;
  if (!looksJson(content.bytes)) return 0;
  const sample = decodeText(content.bytes.subarray(0, SAMPLE_BYTES), content.contentType).text;
  return looksLikeJsonLines(sample) ? 103 : 0;
}

export const jsonLinesViewer: Viewer = {
  id: 'json-lines',
  label: 'JSON lines',
  canShow,
  Component: JsonLinesView,
};

// JSON: the sent text, indented, with folding. Invalid or endless JSON is shown raw, and why.

import { type BodyContent, isBinary } from './content.ts';
import { reindentJson } from './json-reindent.ts';
import { Reindented } from './Reindented.tsx';
import { looksJson } from './sniff.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

function reindent(text: string, maxLines: number) {
  return reindentJson(text, { maxLines, many: false });
}

function JsonView(props: ViewerProps) {
  return <Reindented {...props} name="JSON" language="json" reindent={reindent} />;
}

function canShow(content: BodyContent): number {
  if (content.bytes.length === 0) return 0;
  if (/[/+]json$/.test(content.mediaType)) return isBinary(content) ? 5 : 100;
  return looksJson(content.bytes) && !isBinary(content) ? 50 : 2;
}

export const jsonViewer: Viewer = { id: 'json', label: 'JSON', canShow, Component: JsonView };

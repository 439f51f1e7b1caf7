// JSON: the sent text, indented, with folding. Invalid or endless JSON is shown raw, and why.

import { useCallback } from 'react';
import { count, bytes as formatBytes } from '../lib/format.ts';
import { Beginning } from './Beginning.tsx';
import { CodeView } from './code/CodeView.tsx';
import { type CodeDocument, documentOfLines, MAX_LINES } from './code/code-document.ts';
import type { BodyContent } from './content.ts';
import { type InvalidJson, type PrettyJson, reindentJson } from './json-reindent.ts';
import type { Sliced } from './sliced.ts';
import { looksBinary, looksJson } from './sniff.ts';
import { RawText } from './text.tsx';
import { useSliced } from './use-sliced.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { Viewer, ViewerProps } from './viewer.ts';

const MAX_PRETTY_CHARACTERS = 48 * 1024 * 1024;

type Prepared =
  | { kind: 'pretty'; document: CodeDocument; folds: PrettyJson }
  | { kind: 'too-long' }
  | InvalidJson;

function* prepare(content: BodyContent): Sliced<Prepared> {
  const { text } = yield* content.decode();
  if (text.length > MAX_PRETTY_CHARACTERS) return { kind: 'too-long' };
  yield;
  const many = /^application\/(?:x-)?(?:ndjson|jsonl(?:ines)?)$/.test(content.mediaType);
  const result = yield* reindentJson(text, { maxLines: MAX_LINES, many });
  if (result.kind !== 'pretty') return result;
  return { kind: 'pretty', document: yield* documentOfLines(result.lines), folds: result };
}

function JsonView(props: ViewerProps) {
  const { content, label, options, onOptions } = props;
  const make = useCallback(() => prepare(content), [content]);
  const prepared = useSliced(make);
  if (prepared === null) return <Beginning content={content} label={label} kind="json" />;
  if (prepared.kind === 'mistake') {
    return (
      <>
        <ViewerNotice tone="warn">
          Not valid JSON, so shown as it came. Line {count(prepared.line)}, column{' '}
          {count(prepared.column)}: {prepared.message}.
        </ViewerNotice>
        <RawText {...props} place={prepared.offset} />
      </>
    );
  }
  if (prepared.kind === 'too-long') {
    return (
      <>
        <ViewerNotice>
          This JSON of {formatBytes(content.bytes.length)} would fill more than a million lines, so
          it is shown as it came.
        </ViewerNotice>
        <RawText {...props} />
      </>
    );
  }
  return (
    <CodeView
      document={prepared.document}
      folds={prepared.folds}
      json
      label={label}
      caption="JSON, indented"
      options={options}
      onOptions={onOptions}
    />
  );
}

function canShow(content: BodyContent): number {
  const named = /[/+]json$|^application\/(?:x-)?(?:ndjson|jsonl(?:ines)?)$/;
  if (content.bytes.length === 0) return 0;
  if (named.test(content.mediaType)) return looksBinary(content.bytes) ? 5 : 100;
  return looksJson(content.bytes) && !looksBinary(content.bytes) ? 50 : 2;
}

export const jsonViewer: Viewer = { id: 'json', label: 'JSON', canShow, Component: JsonView };

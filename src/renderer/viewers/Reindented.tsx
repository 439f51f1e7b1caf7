// What every pretty-printed format shares: its lines in an editor, or the mistake and the text as it came.

import { useCallback } from 'react';
import { count, bytes as formatBytes } from '../lib/format.ts';
import { Beginning } from './Beginning.tsx';
import { CodeView } from './code/CodeView.tsx';
import { type CodeDocument, documentOfLines, MAX_LINES } from './code/code-document.ts';
import type { CodeLanguage } from './code/create-editor.ts';
import type { BodyContent } from './content.ts';
import type { PrettyJson, ReindentResult } from './json-reindent.ts';
import type { Sliced } from './sliced.ts';
import { RawText } from './text.tsx';
import { useSliced } from './use-sliced.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { ViewerProps } from './viewer.ts';

const MAX_CHARACTERS = 48 * 1024 * 1024;

export type Prepared<Extra> =
  | { kind: 'pretty'; document: CodeDocument; folds: PrettyJson & Extra }
  | Exclude<ReindentResult, { kind: 'pretty' }>;

type Pretty<Extra> = (PrettyJson & Extra) | Exclude<ReindentResult, { kind: 'pretty' }>;

export interface ReindentedProps<Extra> extends ViewerProps {
  /** `JSON`, as people call it. */
  name: string;
  language: CodeLanguage;
  /** Puts the text onto lines, at most so many. Has to be stable. */
  reindent: (text: string, maxLines: number) => Sliced<Pretty<Extra>>;
  /** What else to say about the lines. */
  notice?: (pretty: PrettyJson & Extra) => string | null;
}

export function Reindented<Extra>(props: ReindentedProps<Extra>) {
  const { content, name, language, reindent, notice, ...shared } = props;
  const make = useCallback(() => prepare(content, reindent), [content, reindent]);
  const prepared = useSliced(make);
  if (prepared === null) {
    return <Beginning content={content} label={shared.label} kind={language} />;
  }
  if (prepared.kind === 'mistake') {
    return (
      <>
        <ViewerNotice tone="warn">
          Not valid {name}, so shown as it came. Line {count(prepared.line)}, column{' '}
          {count(prepared.column)}: {prepared.message}.
        </ViewerNotice>
        <RawText {...shared} content={content} place={prepared.offset} />
      </>
    );
  }
  if (prepared.kind === 'too-long') {
    return (
      <>
        <ViewerNotice>
          This {name} of {formatBytes(content.bytes.length)} would fill more than a million lines,
          so it is shown as it came.
        </ViewerNotice>
        <RawText {...shared} content={content} />
      </>
    );
  }
  const said = notice?.(prepared.folds) ?? null;
  return (
    <>
      {said === null ? null : <ViewerNotice tone="warn">{said}</ViewerNotice>}
      <CodeView
        {...shared}
        document={prepared.document}
        folds={prepared.folds}
        json={language === 'json' ? prepared.folds : null}
        language={language}
        caption={`${name}, indented`}
      />
    </>
  );
}

function* prepare<Extra>(
  content: BodyContent,
  reindent: ReindentedProps<Extra>['reindent'],
): Sliced<Prepared<Extra>> {
  const { text } = yield* content.decode();
  if (text.length > MAX_CHARACTERS) return { kind: 'too-long' };
  yield;
  const result = yield* reindent(text, MAX_LINES);
  if (result.kind !== 'pretty') return result;
  return { kind: 'pretty', document: yield* documentOfLines(result.lines), folds: result };
}

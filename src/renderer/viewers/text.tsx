// Text as it came, in its declared charset. Also what every other text viewer falls back to.

import { useCallback } from 'react';
import { Beginning } from './Beginning.tsx';
import { CodeView } from './code/CodeView.tsx';
import { type CodeDocument, documentOfText } from './code/code-document.ts';
import { type BodyContent, isBinary } from './content.ts';
import type { Sliced } from './sliced.ts';
import { textNotes } from './text-notes.ts';
import { useSliced } from './use-sliced.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { Viewer, ViewerProps } from './viewer.ts';

export interface RawTextProps extends ViewerProps {
  /** A place to mark and show, in characters from the start: a mistake. */
  place?: number | null;
}

function* documentOf(content: BodyContent): Sliced<CodeDocument> {
  const { text, byteOrderMark } = yield* content.decode();
  return yield* documentOfText(byteOrderMark ? `\ufeff${text}` : text);
}

export function RawText({ content, label, options, onOptions, facts, place = null }: RawTextProps) {
  const make = useCallback(() => documentOf(content), [content]);
  const document = useSliced(make);
  if (document === null) return <Beginning content={content} label={label} kind="text" />;
  const decoded = content.text();
  return (
    <>
      {textNotes(decoded).map((note) => (
        <ViewerNotice key={note}>{note}</ViewerNotice>
      ))}
      <CodeView
        document={document}
        label={label}
        caption={`Text in ${decoded.charset}`}
        place={place === null ? null : place + (decoded.byteOrderMark ? 1 : 0)}
        options={options}
        onOptions={onOptions}
        facts={facts}
      />
    </>
  );
}

export const textViewer: Viewer = {
  id: 'text',
  label: 'Text',
  canShow: (content: BodyContent) => (isBinary(content) ? 1 : 10),
  Component: RawText,
};

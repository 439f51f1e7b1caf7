// Text as it came, in its declared charset. Also what every other text viewer falls back to.

import { useCallback } from 'react';
import { Spinner } from '../components/Spinner.tsx';
import { CodeView } from './code/CodeView.tsx';
import { documentOfText } from './code/code-document.ts';
import type { BodyContent } from './content.ts';
import { looksBinary } from './sniff.ts';
import { textNotes } from './text-notes.ts';
import { useSliced } from './use-sliced.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { Viewer, ViewerProps } from './viewer.ts';

export interface RawTextProps extends ViewerProps {
  /** A place to mark and show, in characters from the start: a mistake. */
  place?: number | null;
}

export function RawText({ content, label, options, onOptions, place = null }: RawTextProps) {
  const make = useCallback(() => documentOfText(content.text().text), [content]);
  const document = useSliced(make);
  if (document === null) return <Spinner label="Decoding the text" showLabel />;
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
        place={place}
        options={options}
        onOptions={onOptions}
      />
    </>
  );
}

export const textViewer: Viewer = {
  id: 'text',
  label: 'Text',
  canShow: (content: BodyContent) => (looksBinary(content.bytes) ? 1 : 10),
  Component: RawText,
};

// A text to edit in CodeMirror, coloured as JSON where it is.

import { useEffect, useRef } from 'react';
import { createTextEditor } from './create-text-editor.ts';

export interface TextEditorProps {
  /** What it begins with; another text begins anew. */
  text: string;
  label: string;
  json: boolean;
  onText: (text: string) => void;
}

export function TextEditor({ text, label, json, onText }: TextEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  }, [onText]);
  useEffect(() => {
    if (parent.current === null) return;
    return createTextEditor({
      ...{ parent: parent.current, text, label, json },
      onText: (changed) => latest.current(changed),
    });
  }, [text, label, json]);
  return (
    <div
      ref={parent}
      className="h-full overflow-hidden rounded-control border border-edge/60 hover:border-edge"
    />
  );
}

// Text in CodeMirror, read-only: line numbers, folding for JSON, search, wrapping, invisible characters.

import type { EditorView } from '@codemirror/view';
import { ListChevronsDownUp, ListChevronsUpDown, Pilcrow, Search, WrapText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { counted } from '../../lib/format.ts';
import type { ViewOptions } from '../viewer.ts';
import type { CodeDocument } from './code-document.ts';
import { type CodeEditor, createCodeEditor } from './create-editor.ts';
import { FindBar } from './FindBar.tsx';
import { type FoldTable, foldSecondLevel, unfoldEverything } from './folding.ts';
import { type Place, scrollToPlace } from './place-mark.ts';
import { useFind } from './use-find.ts';

export interface CodeViewProps {
  document: CodeDocument;
  label: string;
  /** What it is, in a word, for the strip above: `JSON`, `Text, utf-8`. */
  caption: string;
  json?: boolean;
  folds?: FoldTable | null;
  place?: Place | null;
  options: ViewOptions;
  onOptions: (options: ViewOptions) => void;
}

export function CodeView(props: CodeViewProps) {
  const { document: shown, label, json = false, folds = null, place = null, options } = props;
  const parent = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const firstOptions = useRef(options);
  const find = useFind(editor?.view ?? null);

  useEffect(() => {
    if (parent.current === null) return;
    const made = createCodeEditor({
      parent: parent.current,
      document: shown,
      label,
      json,
      folds,
      place,
      options: firstOptions.current,
    });
    setEditor(made);
    if (place !== null) scrollToPlace(made.view, place);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [shown, label, json, folds, place]);

  useEffect(() => {
    firstOptions.current = options;
    editor?.setOptions(options);
  }, [editor, options]);

  useFindKey(find.show);

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <div className="flex h-8 flex-none items-center gap-0.5 border-line2 border-b pr-1 pl-3">
        <span className="flex-1 truncate text-ink3 text-sm">
          {props.caption}, {counted(shown.text.lines, 'line', 'lines')}
          {shown.cut ? ' shown; save the file to see the rest' : ''}
        </span>
        {folds !== null && folds.closes.length > 2 ? (
          <FoldButtons view={editor?.view ?? null} folds={folds} />
        ) : null}
        <OptionButtons options={options} onOptions={props.onOptions} />
        <IconButton
          size="sm"
          label="Find"
          kbd={isMac() ? '⌘F' : 'Ctrl F'}
          icon={<Search aria-hidden="true" />}
          onClick={find.show}
        />
      </div>
      {find.open ? <FindBar find={find} /> : null}
      <div ref={parent} className="min-h-0 flex-1 overflow-hidden" />
    </div>
  );
}

function FoldButtons({ view, folds }: { view: EditorView | null; folds: FoldTable }) {
  return (
    <>
      <IconButton
        size="sm"
        label="Fold"
        icon={<ListChevronsDownUp aria-hidden="true" />}
        onClick={() => (view === null ? undefined : foldSecondLevel(view, folds))}
      />
      <IconButton
        size="sm"
        label="Unfold"
        icon={<ListChevronsUpDown aria-hidden="true" />}
        onClick={() => (view === null ? undefined : unfoldEverything(view))}
      />
    </>
  );
}

function OptionButtons({ options, onOptions }: Pick<CodeViewProps, 'options' | 'onOptions'>) {
  const pressed = 'aria-pressed:bg-sel aria-pressed:text-accent';
  return (
    <>
      <IconButton
        size="sm"
        label="Wrap long lines"
        aria-pressed={options.wrap}
        className={pressed}
        icon={<WrapText aria-hidden="true" />}
        onClick={() => onOptions({ ...options, wrap: !options.wrap })}
      />
      <IconButton
        size="sm"
        label="Show spaces and line ends"
        aria-pressed={options.invisibles}
        className={pressed}
        icon={<Pilcrow aria-hidden="true" />}
        onClick={() => onOptions({ ...options, invisibles: !options.invisibles })}
      />
    </>
  );
}

/** Ctrl-F or Cmd-F anywhere, unless a dialog is open. */
function useFindKey(show: () => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  }, [show]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
      if (!wanted || event.shiftKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

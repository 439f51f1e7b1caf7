// Text in CodeMirror, read-only: line numbers, folding for JSON, search, wrapping, invisible characters.

import type { EditorView } from '@codemirror/view';
import { ListChevronsDownUp, ListChevronsUpDown, Pilcrow, WrapText } from 'lucide-react';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { counted } from '../../lib/format.ts';
import { FindBar } from '../find/FindBar.tsx';
import { FindButton } from '../find/FindButton.tsx';
import { ScrollMarks } from '../find/ScrollMarks.tsx';
import { useFind } from '../find/use-find.ts';
import type { PrettyJson } from '../json-reindent.ts';
import type { BodyFacts, ViewOptions } from '../viewer.ts';
import type { CodeDocument } from './code-document.ts';
import { type CodeEditor, type CodeLanguage, createCodeEditor } from './create-editor.ts';
import { chooseAt } from './current-line.ts';
import { codeTarget } from './find-target.ts';
import { type FoldTable, foldSecondLevel, unfoldEverything } from './folding.ts';
import { JsonValueBar, JsonValueMenu } from './JsonValue.tsx';
import { scrollToPlace } from './place-mark.ts';
import { useJsonValue } from './use-json-value.ts';

export interface CodeViewProps {
  document: CodeDocument;
  label: string;
  /** What it is, in a word, for the strip above: `JSON`, `Text, utf-8`. */
  caption: string;
  language?: CodeLanguage | null;
  folds?: FoldTable | null;
  /** The values to stand on, where the text is pretty-printed JSON. */
  json?: PrettyJson | null;
  /** A place to mark and to scroll to, in characters from the start of the text. */
  place?: number | null;
  options: ViewOptions;
  onOptions: (options: ViewOptions) => void;
  facts: BodyFacts;
}

export function CodeView(props: CodeViewProps) {
  const { document: shown, label, language = null, folds = null, place = null, options } = props;
  const { json = null, facts } = props;
  const parent = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const firstOptions = useRef(options);
  const target = useMemo(
    () => (editor === null ? null : codeTarget(editor.view, shown)),
    [editor, shown],
  );
  const find = useFind(target);
  const value = useJsonValue(shown, json, facts);
  const { keys: valueKeys } = value;
  const { receivedAt } = facts;

  useEffect(() => {
    if (parent.current === null) return;
    const made = createCodeEditor({
      parent: parent.current,
      document: shown,
      label,
      language,
      folds,
      place,
      asItCame: language === null,
      valueKeys,
      hover: { jsonLines: json?.lines ?? null, receivedAt },
      options: firstOptions.current,
    });
    setEditor(made);
    if (place !== null) scrollToPlace(made.view, shown, place);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [shown, label, language, folds, place, json, valueKeys, receivedAt]);

  useEffect(() => {
    firstOptions.current = options;
    editor?.setOptions(options);
  }, [editor, options]);

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <div className="flex h-8 flex-none items-center gap-0.5 border-line2 border-b pr-1 pl-3">
        <span className="flex-1 truncate text-ink3 text-sm">
          {props.caption}, {counted(shown.lineCount, 'line', 'lines')}
          {shown.cut ? ' shown; save the file to see the rest' : ''}
        </span>
        {folds !== null && folds.closes.length > 2 ? (
          <FoldButtons view={editor?.view ?? null} document={shown} folds={folds} />
        ) : null}
        <OptionButtons options={options} onOptions={props.onOptions} />
        <FindButton find={find} />
      </div>
      {find.open ? <FindBar find={find} /> : null}
      <div className="relative flex min-h-0 flex-1 flex-col">
        <JsonValueMenu
          value={value.value}
          onCopyValue={value.copyValue}
          onCopyPath={value.copyPath}
          filter={value.filter}
          onOpen={(event) => json !== null && choosesValue(editor?.view ?? null, event)}
        >
          <div ref={parent} className="min-h-0 flex-1 overflow-hidden" />
        </JsonValueMenu>
        {find.open ? <ScrollMarks outcome={find.outcome} /> : null}
      </div>
      {json === null ? null : (
        <JsonValueBar
          value={value.value}
          facts={facts}
          copyValue={value.text}
          copyPath={value.path}
          filter={value.filter}
        />
      )}
    </div>
  );
}

/** Whether a press of the right button, or of the menu key, is on a value and on no selected text. */
function choosesValue(view: EditorView | null, event: MouseEvent): boolean {
  if (view === null || document.getSelection()?.isCollapsed === false) return false;
  // The menu key has no button, and means the line that one stands on.
  return event.button === 2 ? chooseAt(view, event) : true;
}

interface FoldButtonsProps {
  view: EditorView | null;
  document: CodeDocument;
  folds: FoldTable;
}

function FoldButtons({ view, document: shown, folds }: FoldButtonsProps) {
  return (
    <>
      <IconButton
        size="sm"
        label="Fold"
        icon={<ListChevronsDownUp aria-hidden="true" />}
        onClick={() => (view === null ? undefined : foldSecondLevel(view, shown, folds))}
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

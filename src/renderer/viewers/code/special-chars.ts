// Shows what would otherwise be invisible: control characters and direction overrides always, and on
// request also spaces, tabs and line ends.

import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  highlightSpecialChars,
  highlightWhitespace,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { codePointName, specialPattern } from '../invisible-characters.ts';

const CONTROLS =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

const NAMES = new Map([[0xfeff, 'BOM']]);

function specialMark(code: number, description: string | null): HTMLElement {
  const mark = document.createElement('span');
  mark.textContent = CONTROLS[code] ?? NAMES.get(code) ?? codePointName(code);
  mark.title = `${description ?? 'Invisible character'} (${codePointName(code)})`;
  mark.setAttribute('aria-label', mark.title);
  mark.className = 'cm-specialChar';
  return mark;
}

/**
 * The extension. `ends` also marks what counts for a signature, carriage returns and the last line feed;
 * `all` marks spaces and every line's end too.
 */
export function invisibles(all: boolean, ends = false): Extension {
  const special = highlightSpecialChars({
    specialChars: specialPattern(all || ends),
    render: specialMark,
  });
  if (all) return [special, highlightWhitespace(), lineEnds];
  return ends ? [special, lastLineEnd] : special;
}

class NewlineWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'hg-newline';
    mark.textContent = '↵';
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

const NEWLINE = Decoration.widget({ widget: new NewlineWidget(), side: 1 });

function newlineMarks(view: EditorView): DecorationSet {
  const marks = [];
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(from); line.number < doc.lines; line = doc.line(line.number + 1)) {
      if (line.to > to) break;
      marks.push(NEWLINE.range(line.to));
    }
  }
  return Decoration.set(marks, true);
}

/** Where a text ends with a line feed, as one that editors add does. */
function lastNewlineMark(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const ends = doc.lines > 1 && doc.line(doc.lines).length === 0;
  return ends ? Decoration.set(NEWLINE.range(doc.length - 1)) : Decoration.none;
}

function drawn(marksOf: (view: EditorView) => DecorationSet): Extension {
  return ViewPlugin.define(
    (view) => ({
      marks: marksOf(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.marks = marksOf(update.view);
      },
    }),
    { decorations: (plugin) => plugin.marks },
  );
}

const lineEnds = drawn(newlineMarks);
const lastLineEnd = drawn(lastNewlineMark);

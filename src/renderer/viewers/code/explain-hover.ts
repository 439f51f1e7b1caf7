// Says what a value in an editor means while the pointer rests on it: a token, base64, a time.

import type { Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { type Explanation, explainValue } from '../explain/explain-value.ts';
import { readLine, unquoted } from '../value-path.ts';
import { type CodeDocument, textLineAt } from './code-document.ts';

export interface HoverInput {
  document: CodeDocument;
  /** The lines of pretty-printed JSON; null for other text, of which the word is taken. */
  jsonLines: readonly string[] | null;
  receivedAt: string | null;
}

const HOVER_MS = 350;
const MAX_WORD = 4000;
const WORD_END = /[\s"'<>(),;{}[\]\\]/;

export function explainHover(input: HoverInput): Extension {
  return hoverTooltip((view, position) => tooltipAt(view, position, input), {
    hoverTime: HOVER_MS,
  });
}

function tooltipAt(view: EditorView, position: number, input: HoverInput): Tooltip | null {
  const text = valueAround(view, position, input);
  const explanation = explainValue(text, { receivedAt: input.receivedAt, now: Date.now() });
  if (explanation === null) return null;
  return { pos: position, above: true, create: () => ({ dom: explanationDom(explanation) }) };
}

function valueAround(view: EditorView, position: number, input: HoverInput): string {
  if (input.jsonLines !== null) {
    const line = readLine(input.jsonLines[textLineAt(input.document, position) - 1] ?? '');
    return unquoted(line?.token ?? '');
  }
  const line = view.state.doc.lineAt(position);
  const { text } = line;
  let from = position - line.from;
  let to = from;
  while (from > 0 && to - from < MAX_WORD && !WORD_END.test(text[from - 1] ?? ' ')) from--;
  while (to < text.length && to - from < MAX_WORD && !WORD_END.test(text[to] ?? ' ')) to++;
  return text.slice(from, to);
}

function explanationDom({ title, lines }: Explanation): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'hg-explanation';
  const heading = document.createElement('strong');
  heading.textContent = title;
  dom.append(heading);
  for (const line of lines) {
    const row = document.createElement('div');
    row.textContent = line;
    dom.append(row);
  }
  return dom;
}

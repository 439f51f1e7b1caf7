// A few lines of pretty-printed JSON in colour, or of any text without, and no editor around them.

import type { CSSProperties, ReactNode } from 'react';
import { type JsonTokenKind, jsonTokens } from './code/json-tokens.ts';
import { visibleText } from './invisible-characters.ts';

/** How much of a line is shown unless told. */
const LINE_CHARACTERS = 400;

const COLOURS: Record<JsonTokenKind, string> = {
  key: 'text-ink font-medium',
  string: 'text-ok',
  number: 'text-accent',
  literal: 'text-special',
  punctuation: 'text-ink3',
};

export interface JsonLinesProps {
  lines: string[];
  /** False shows plain text. */
  json?: boolean;
  maxLineCharacters?: number;
}

export function JsonLines(props: JsonLinesProps) {
  const { lines, json = true, maxLineCharacters = LINE_CHARACTERS } = props;
  return (
    <pre className="wire whitespace-pre-wrap wrap-anywhere leading-[18px]">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one body never move
        <span key={index} className="block" style={json ? hanging(line) : undefined}>
          {json ? coloured(line, maxLineCharacters) : plain(line, maxLineCharacters)}
        </span>
      ))}
    </pre>
  );
}

/** What does not fit goes on below, deeper than where the line begins. */
function hanging(line: string): CSSProperties {
  const depth = (/^ */.exec(line)?.[0].length ?? 0) + 2;
  return { paddingLeft: `${depth}ch`, textIndent: `-${depth}ch` };
}

function coloured(line: string, limit: number): ReactNode[] {
  const shown = line.slice(0, limit);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, kind } of jsonTokens(shown)) {
    parts.push(visibleText(shown.slice(at, from)));
    parts.push(
      <span key={from} className={COLOURS[kind]}>
        {visibleText(shown.slice(from, to))}
      </span>,
    );
    at = to;
  }
  parts.push(visibleText(shown.slice(at)), line.length > shown.length ? '…' : '');
  return parts;
}

function plain(line: string, limit: number): string {
  const shown = visibleText(line.slice(0, limit));
  return line.length > limit ? `${shown}…` : shown || ' ';
}

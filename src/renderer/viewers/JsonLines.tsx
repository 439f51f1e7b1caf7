// A few lines of pretty-printed JSON in colour, or of any text without, and no editor around them.

import type { ReactNode } from 'react';
import { type JsonTokenKind, jsonTokens } from './code/json-tokens.ts';
import { visibleText } from './invisible-characters.ts';

const MAX_LINE_CHARACTERS = 400;

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
}

export function JsonLines({ lines, json = true }: JsonLinesProps) {
  return (
    <pre className="wire whitespace-pre-wrap wrap-anywhere leading-[18px]">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one body never move
        <span key={index} className="block">
          {json ? coloured(line) : plain(line)}
        </span>
      ))}
    </pre>
  );
}

function coloured(line: string): ReactNode[] {
  const shown = line.slice(0, MAX_LINE_CHARACTERS);
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

function plain(line: string): string {
  const shown = visibleText(line.slice(0, MAX_LINE_CHARACTERS));
  return line.length > MAX_LINE_CHARACTERS ? `${shown}…` : shown || ' ';
}

// Pretty-prints XML by moving its own text onto indented lines, as is done with JSON: nothing is parsed
// into a document, so nothing in it can have an effect.

import type { InvalidJson, PrettyJson } from './json-reindent.ts';
import type { Sliced } from './sliced.ts';
import { placeOf } from './text-place.ts';
import { XmlMistake, type XmlToken, xmlToken } from './xml-scanner.ts';

export type PrettyXml = PrettyJson;
export type XmlResult = PrettyXml | InvalidJson | { kind: 'too-long' };

const INDENT = '  ';
/** Deeper levels are not moved further right. */
const MAX_INDENT_LEVELS = 40;
const TOKENS_PER_STEP = 1000;

/** What is written so far. */
interface Page {
  pretty: PrettyXml;
  /** The elements around the place that is written, the innermost last. */
  open: { name: string; line: number; at: number }[];
  /** The last line is an opening tag and at most text: its closing tag may stand there too. */
  leaf: boolean;
}

/** XML onto lines, or the first mistake in how its tags nest. Yields every 1,000 tokens. */
export function* reindentXml(text: string, maxLines: number): Sliced<XmlResult> {
  const page: Page = {
    pretty: { kind: 'pretty', lines: [], closes: [], counts: [] },
    open: [],
    leaf: false,
  };
  try {
    for (let at = 0, tokens = 1; at < text.length; tokens++) {
      const token = xmlToken(text, at);
      at += token.text.length;
      write(page, token);
      if (tokens % TOKENS_PER_STEP !== 0) continue;
      if (page.pretty.lines.length > maxLines) return { kind: 'too-long' };
      yield;
    }
    const unclosed = page.open.at(-1);
    if (unclosed) throw new XmlMistake(`<${unclosed.name}> is never closed`, unclosed.at);
    return page.pretty;
  } catch (error) {
    if (!(error instanceof XmlMistake)) throw error;
    return { kind: 'mistake', message: error.message, ...placeOf(text, error.offset) };
  }
}

function write(page: Page, token: XmlToken): void {
  switch (token.kind) {
    case 'text':
      writeText(page, token.text);
      return;
    case 'other':
    case 'empty':
      addLines(page, token.text);
      page.leaf = false;
      return;
    case 'open':
      addLines(page, token.text);
      page.open.push({ name: token.name, line: page.pretty.lines.length - 1, at: token.at });
      page.leaf = true;
      return;
    case 'close':
      close(page, token);
      return;
  }
}

/** Text directly after an opening tag stays on its line for now; white space between tags is not kept. */
function writeText(page: Page, text: string): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  if (page.leaf && !trimmed.includes('\n')) {
    const last = page.pretty.lines.length - 1;
    page.pretty.lines[last] += text.replaceAll('\r', '');
  } else {
    addLines(page, trimmed);
    page.leaf = false;
  }
}

function close(page: Page, token: Extract<XmlToken, { name: string }>): void {
  const opened = page.open.pop();
  if (opened === undefined) throw new XmlMistake(`</${token.name}> closes nothing`, token.at);
  if (opened.name !== token.name) {
    throw new XmlMistake(`</${opened.name}> was expected before </${token.name}>`, token.at);
  }
  const { lines, closes } = page.pretty;
  if (page.leaf && lines.length - 1 === opened.line) {
    lines[opened.line] += token.text;
  } else {
    addLines(page, token.text, false);
    closes[opened.line] = lines.length - 1;
  }
  page.leaf = false;
}

/** Adds a token on lines of its own; only its first line is moved to its depth. */
function addLines(page: Page, text: string, isMember = true): void {
  const { lines, closes, counts } = page.pretty;
  const around = page.open.at(-1)?.line;
  if (isMember && around !== undefined) counts[around] = (counts[around] ?? 0) + 1;
  const indent = INDENT.repeat(Math.min(page.open.length, MAX_INDENT_LEVELS));
  for (const line of `${indent}${text}`.split(/\r?\n/)) {
    lines.push(line);
    closes.push(0);
    counts.push(0);
  }
}

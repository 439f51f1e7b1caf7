// Fills the texts of a handshake's answer with values of the request.

import { compileSource, parseJsonPath } from './source.ts';
import type { RequestView } from './view.ts';

type Value = string | number | null;
/** `signature` computes what `{signature}` stands for. */
export type Filler<T> = (view: RequestView, signature: () => string | null) => T | null;

type Part = string | Filler<string | number>;

const PLACEHOLDER = /\{((?:json|form-json|header|query|form|option):[^{}]+|signature|body)\}/;
/** Challenges are short; nothing is gained by echoing a whole body. */
const MAX_ECHO = 4096;

/** Null is the answer when a value is missing or too long to be a challenge. */
export function compileText(text: string, option: (name: string) => string): Filler<string> {
  const parts = partsOf(text, option);
  return (view, signature) => {
    let filled = '';
    for (const part of parts) {
      const value = typeof part === 'string' ? part : part(view, signature);
      // A number stands for itself in JSON only: it may have been written in another way.
      if (typeof value !== 'string') return null;
      filled += value;
    }
    return filled;
  };
}

/** As {@link compileText}, for JSON: whatever the values are, it stays the JSON it is meant to be. */
export function compileJson(data: unknown, option: (name: string) => string): Filler<string> {
  const read = compileNode(data, option);
  return (view, signature) => {
    const filled = read(view, signature);
    return filled === null ? null : JSON.stringify(filled);
  };
}

function compileNode(data: unknown, option: (name: string) => string): Filler<unknown> {
  if (typeof data === 'string') return compileValue(data, option);
  if (typeof data !== 'object' || data === null) return () => data;
  const fields = Object.entries(data).map(
    ([name, value]) => [name, compileNode(value, option)] as const,
  );
  return (view, signature) => {
    const filled: Record<string, unknown> = {};
    for (const [name, read] of fields) {
      const value = read(view, signature);
      if (value === null) return null;
      filled[name] = value;
    }
    return filled;
  };
}

function compileValue(text: string, option: (name: string) => string): Filler<string | number> {
  const parts = partsOf(text, option);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'function' ? only : compileText(text, option);
}

function partsOf(text: string, option: (name: string) => string): Part[] {
  // What is captured stands at the odd places.
  return text.split(PLACEHOLDER).flatMap((piece, place): Part[] => {
    if (place % 2 === 0) return piece === '' ? [] : [piece];
    if (piece === 'body') return [bodyText];
    if (piece === 'signature') return [(_, signature) => signature()];
    if (piece.startsWith('option:')) return [option(piece.slice('option:'.length))];
    const read = compileValueReader(piece);
    return [(view) => read(view)];
  });
}

function compileValueReader(source: string): (view: RequestView) => Value {
  if (!source.startsWith('json:')) {
    const read = compileSource(source);
    return (view) => bounded(read(view));
  }
  const path = parseJsonPath(source.slice('json:'.length));
  return (view) => bounded(view.jsonAt(path));
}

/** Bodies in files are no challenges. */
function bodyText({ body }: RequestView): string | null {
  if (body.kind === 'file' || body.bytes.length > MAX_ECHO) return null;
  return body.bytes.toString();
}

function bounded(value: unknown): Value {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.length <= MAX_ECHO ? value : null;
}

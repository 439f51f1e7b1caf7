// What a signature covers, written as a template: `{timestamp}.{body}`. Compiled once into parts, so
// that a request's body is fed to the hash as the bytes it is and never joined into a string.

import { assertNever } from '../../../shared/contract.ts';
import type { Problem } from './scheme.ts';
import { singleHeader } from './source.ts';
import type { SignedRequest } from './view.ts';

/**
 * Text in which every character is one byte (0 to 255), as Node delivers header values. Signed
 * content is put together in this form, so that a header with bytes above 127 is signed as sent.
 */
type ByteText = string;

type Part =
  | { kind: 'text'; bytes: ByteText }
  | { kind: 'body' }
  | { kind: 'timestamp' }
  | { kind: 'id' }
  | { kind: 'method' }
  | { kind: 'header'; name: string; lowerName: string };

export interface Template {
  /** As the provider's document writes it. */
  text: string;
  parts: readonly Part[];
  coversBody: boolean;
  coversTimestamp: boolean;
  coversId: boolean;
}

/** The values that a request gives to a template. */
export interface TemplateValues {
  request: SignedRequest;
  timestamp: string | null;
  id: string | null;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A problem is the answer when the template names a part that there is none of. */
export function compileTemplate(text: string): Template | Problem {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    addText(parts, text.slice(end, match.index));
    const part = parsePlaceholder(match[1] ?? '');
    if (part === null) {
      return {
        problem: `The signed content has the unknown part ${match[0]}; {body}, {timestamp}, {id}, {method} and {header:Name} are known.`,
      };
    }
    parts.push(part);
    end = match.index + match[0].length;
  }
  addText(parts, text.slice(end));
  const covers = (kind: Part['kind']) => parts.some((part) => part.kind === kind);
  return {
    text,
    parts,
    coversBody: covers('body'),
    coversTimestamp: covers('timestamp'),
    coversId: covers('id'),
  };
}

function addText(parts: Part[], text: string): void {
  if (text === '') return;
  // A user's one-line field has no other way to write a line break.
  const written = text.replaceAll('\\n', '\n');
  parts.push({ kind: 'text', bytes: Buffer.from(written, 'utf8').toString('latin1') });
}

function parsePlaceholder(name: string): Part | null {
  switch (name) {
    case 'body':
    case 'timestamp':
    case 'id':
    case 'method':
      return { kind: name };
    default:
      return name.startsWith('header:') && name.length > 7
        ? { kind: 'header', name: name.slice(7), lowerName: name.slice(7).toLowerCase() }
        : null;
  }
}

/** The headers that are part of the signed content, by the names the template gives them. */
export function headersCovered(template: Template): string[] {
  return template.parts.flatMap((part) => (part.kind === 'header' ? [part.name] : []));
}

/** The first part that the request does not have, in words; null when it has all of them. */
export function missingPart(template: Template, values: TemplateValues): string | null {
  for (const part of template.parts) {
    if (readPart(part, values) === null) {
      if (part.kind === 'header') return `${part.name} header`;
      return part.kind === 'id' ? 'message id' : part.kind;
    }
  }
  return null;
}

/**
 * Hands the signed content over in order: texts of one byte a character, and calls of `body` where
 * the body's bytes belong. Missing values count as empty; see {@link missingPart}.
 */
export function feedTemplate(
  template: Template,
  values: TemplateValues,
  sink: { text(bytes: ByteText): void; body(): void },
): void {
  let pending = '';
  for (const part of template.parts) {
    if (part.kind !== 'body') {
      pending += readPart(part, values) ?? '';
      continue;
    }
    if (pending !== '') sink.text(pending);
    pending = '';
    sink.body();
  }
  if (pending !== '') sink.text(pending);
}

function readPart(part: Part, { request, timestamp, id }: TemplateValues): ByteText | null {
  switch (part.kind) {
    case 'text':
      return part.bytes;
    case 'body':
      return '';
    case 'timestamp':
      return timestamp;
    case 'id':
      return id;
    case 'method':
      return request.method.toUpperCase();
    case 'header':
      return singleHeader(request.headers, part.lowerName);
    default:
      return assertNever(part);
  }
}

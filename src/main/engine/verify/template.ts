// What a signature covers, written as a template: `{timestamp}.{body}`. Compiled once into parts, so
// that a request's body is fed to the hash as the bytes it is and never joined into a string.

import { assertNever } from '../../../shared/assert-never.ts';
import { BODY_DIGESTS, type BodyDigest, bodyDigest } from './body-digest.ts';
import type { Problem } from './scheme.ts';
import { compileSource, type SourceReader, singleHeader } from './source.ts';
import { SPECIAL_PARTS } from './special/index.ts';
import type { Covered, SpecialPart } from './special/part.ts';
import { publicUrlParts } from './url-parts.ts';
import type { RequestView } from './view.ts';

/**
 * Text in which every character is one byte (0 to 255), as Node delivers header values. Signed
 * content is put together in this form, so that a header with bytes above 127 is signed as sent.
 */
type ByteText = string;

type UrlPart = 'url' | 'url.base' | 'url.path' | 'url.target';

type Part =
  | { kind: 'text'; bytes: ByteText }
  | { kind: 'body' }
  | { kind: 'timestamp' }
  | { kind: 'id' }
  | { kind: 'method' }
  | { kind: 'secret' }
  | { kind: 'header'; name: string; lowerName: string }
  /** Another value of the signature's own header. */
  | { kind: 'signature'; key: string }
  | { kind: 'source'; source: string; read: SourceReader }
  | { kind: 'url'; part: UrlPart }
  | { kind: 'digest'; digest: BodyDigest }
  | { kind: 'special'; name: string; special: SpecialPart };

export interface Template {
  /** As the provider's document writes it. */
  text: string;
  parts: readonly Part[];
  coversBody: boolean;
  coversTimestamp: boolean;
  coversId: boolean;
  /** The URL, as the provider calls it, is part of it. */
  coversUrl: boolean;
  /** The secret itself is part of it: it differs from key to key. */
  coversSecret: boolean;
  /** Another value of the signature's own header is part of it. */
  coversSignature: boolean;
}

/** The values that a request gives to a template. */
export interface TemplateValues {
  request: RequestView;
  timestamp: string | null;
  id: string | null;
  /** The value of a key in the signature's own header. */
  signature(key: string): string | null;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
const URL_PARTS: readonly string[] = ['url', 'url.base', 'url.path', 'url.target'];

/** A problem is the answer when the template names a part that there is none of. */
export function compileTemplate(text: string): Template | Problem {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    addText(parts, text.slice(end, match.index));
    const part = parsePlaceholder(match[1] ?? '');
    if (part === null) {
      return {
        problem: `The signed content has the unknown part ${match[0]}; ${KNOWN} are known.`,
      };
    }
    parts.push(part);
    end = match.index + match[0].length;
  }
  addText(parts, text.slice(end));
  const covers = (kind: Part['kind']) => parts.some((part) => part.kind === kind);
  const special = (covered: Covered) =>
    parts.some((part) => part.kind === 'special' && part.special.covers.includes(covered));
  return {
    text,
    parts,
    coversBody: covers('body') || covers('digest') || special('body'),
    coversTimestamp: covers('timestamp') || special('timestamp'),
    coversId: covers('id'),
    coversUrl: covers('url') || special('url'),
    coversSecret: covers('secret') || special('secret'),
    coversSignature: covers('signature') || special('signature'),
  };
}

const KNOWN =
  '{body}, {timestamp}, {id}, {method}, {url}, {secret}, {header:Name}, {query:name}, {form:name} and {json:$.path}';

function addText(parts: Part[], text: string): void {
  if (text === '') return;
  // A user's one-line field has no other way to write a line break.
  const written = text.replaceAll('\\n', '\n');
  parts.push({ kind: 'text', bytes: bytesOf(written) });
}

function parsePlaceholder(name: string): Part | null {
  switch (name) {
    case 'body':
    case 'timestamp':
    case 'id':
    case 'method':
    case 'secret':
      return { kind: name };
  }
  if (URL_PARTS.includes(name)) return { kind: 'url', part: name as UrlPart };
  const special = SPECIAL_PARTS.get(name);
  if (special !== undefined) return { kind: 'special', name, special };
  const colon = name.indexOf(':');
  const rest = name.slice(colon + 1);
  if (colon === -1 || rest === '') return null;
  return parseNamed(name, name.slice(0, colon), rest);
}

function parseNamed(name: string, kind: string, rest: string): Part | null {
  switch (kind) {
    case 'header':
      return { kind, name: rest, lowerName: rest.toLowerCase() };
    case 'signature':
      return { kind, key: rest };
    case 'query':
    case 'form':
    case 'json':
    case 'form-json':
      try {
        return { kind: 'source', source: name, read: compileSource(name) };
      } catch {
        return null;
      }
    default: {
      const digest = BODY_DIGESTS.find((known) => name === `${known}:body`);
      return digest === undefined ? null : { kind: 'digest', digest };
    }
  }
}

/** The headers that are part of the signed content, by the names the template gives them. */
export function headersCovered(template: Template): string[] {
  return template.parts.flatMap((part) => (part.kind === 'header' ? [part.name] : []));
}

/** The sources of single values that it takes, and what they are when nobody says; null: anything. */
export function sourcesCovered(template: Template): [source: string, value: string | null][] {
  return template.parts.flatMap((part): [string, string | null][] => {
    if (part.kind === 'header') return [[`header:${part.name}`, null]];
    if (part.kind === 'special') return Object.entries(part.special.wants);
    return part.kind === 'source' ? [[part.source, null]] : [];
  });
}

/** The first part that the request does not have, in words; null when it has all of them. */
export function missingPart(template: Template, values: TemplateValues): string | null {
  for (const part of template.parts) {
    // Always there, and costly to read; or the key's own, and not the request's.
    if (part.kind === 'digest' || part.kind === 'secret') continue;
    if (part.kind === 'special' && part.special.isAlwaysThere) continue;
    if (readPart(part, values, '') === null) return partWords(part);
  }
  return null;
}

function partWords(part: Part): string {
  switch (part.kind) {
    case 'header':
      return `${part.name} header`;
    case 'id':
      return 'message id';
    case 'url':
      return 'public URL';
    case 'source':
      return part.source;
    case 'special':
      return part.special.words;
    case 'signature':
      return `value "${part.key}" in the signature's header`;
    default:
      return part.kind;
  }
}

/**
 * Hands the signed content over in order: texts of one byte a character, and calls of `body` where
 * the body's bytes belong. Missing values count as empty; see {@link missingPart}. Throws the file
 * system's error when a spooled body has to be read here, and its file is gone.
 */
export function feedTemplate(
  template: Template,
  values: TemplateValues,
  secret: string,
  sink: { text(bytes: ByteText): void; body(): void },
): void {
  let pending = '';
  for (const part of template.parts) {
    if (part.kind !== 'body') {
      pending += readPart(part, values, secret) ?? '';
      continue;
    }
    if (pending !== '') sink.text(pending);
    pending = '';
    sink.body();
  }
  if (pending !== '') sink.text(pending);
}

function readPart(part: Part, values: TemplateValues, secret: string): ByteText | null {
  const { request, timestamp, id } = values;
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
    case 'secret':
      return bytesOf(secret);
    case 'header':
      return singleHeader(request.headers, part.lowerName);
    case 'signature':
      return values.signature(part.key);
    case 'source': {
      const value = part.read(request);
      return value === null ? null : bytesOf(value);
    }
    case 'url':
      return request.publicUrl === null ? null : publicUrlParts(request.publicUrl)[part.part];
    case 'digest':
      return bodyDigest(request.body, part.digest);
    case 'special':
      return part.special.read(request, { timestamp, secret, signature: values.signature });
    default:
      return assertNever(part);
  }
}

function bytesOf(text: string): ByteText {
  return Buffer.from(text).toString('latin1');
}

// A request as verification reads it: its headers and bytes, and values inside the body, which is
// parsed at most once and only when somebody asks.

import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import { type Body, bodyHead, type Form, SPOOL_THRESHOLD_BYTES } from '../body.ts';
import { formReader } from './form-reader.ts';
import { claimsOf } from './jwt-token.ts';
import { textOfElement } from './xml-text.ts';

/** The parts of a request that a signature can cover. */
export interface SignedRequest {
  method: string;
  /** Request target as it came: path and query. */
  target: string;
  /**
   * What stands before the target in the URL that the provider calls, or how it is worked out when
   * somebody asks; absent: not known.
   */
  publicOrigin?: string | null | ((headers: HeaderList) => string | null);
  /** The whole URL that the provider calls, where somebody set it: it is then not worked out. */
  calledUrl?: string | null;
  headers: HeaderList;
  body: Body;
}

/** Property names and array indexes from the root of a JSON document. */
export type JsonPath = readonly (string | number)[];

export interface RequestView extends SignedRequest {
  /** The value at a path of the JSON body; undefined when there is none or the body is not JSON. */
  jsonAt(path: JsonPath): unknown;
  /** A field of a form-encoded body; null when there is none or the body is not a form. */
  formField(name: string): string | null;
  /** All fields of a form-encoded body in their order; none when the body is not a form. */
  formFields(): Iterable<[name: string, value: string]>;
  /** True when these are all of them: so of no form, and false of one that was only read in part. */
  readonly isFormWhole: boolean;
  /** The value at a path of the JSON that a form field holds; undefined when there is none. */
  formJsonAt(name: string, path: JsonPath): unknown;
  /**
   * The value of a claim of the JSON Web Token in a header, or in the `body`; each further path leads
   * into the JSON that a text holds. Nobody has looked at its signature.
   */
  claimAt(place: string, paths: readonly JsonPath[]): unknown;
  queryParam(name: string): string | null;
  /**
   * The text of the first element of that name in the first 256 KiB of an XML body, as it is written;
   * null when there is none, or it has no text.
   */
  xmlText(name: string): string | null;
  /** The URL that the provider calls; null when it is not known. */
  readonly publicUrl: string | null;
}

/** How much is read of a body that is too large, or too broken, to be parsed as a whole. */
const HEAD_BYTES = 64 * 1024;
const XML_BYTES = 256 * 1024;

type Lookup = (path: JsonPath) => unknown;
const nothing: Lookup = () => undefined;

/** The same request with other bytes for its body. */
export function withBody(request: SignedRequest, bytes: Buffer): RequestView {
  const { method, target, publicOrigin, calledUrl = null, headers } = request;
  const body: Body = { kind: 'memory', bytes };
  return createView({ method, target, publicOrigin, calledUrl, headers, body }, true);
}

/** `complete` is false for a body that ends early: what came of it is then read tolerantly. */
export function createView(request: SignedRequest, complete: boolean): RequestView {
  return new View(request, complete);
}

/** A class, unlike the rest: there is one for each request, and methods cost nothing to make. */
class View implements RequestView {
  readonly method: string;
  readonly target: string;
  readonly publicOrigin: SignedRequest['publicOrigin'];
  readonly calledUrl: string | null;
  readonly headers: HeaderList;
  readonly body: Body;
  readonly #complete: boolean;
  #json: Lookup | null = null;
  #form: Form | null = null;
  #query: URLSearchParams | null = null;
  #xml: string | null = null;

  constructor(request: SignedRequest, complete: boolean) {
    this.method = request.method;
    this.target = request.target;
    this.publicOrigin = request.publicOrigin;
    this.calledUrl = request.calledUrl ?? null;
    this.headers = request.headers;
    this.body = request.body;
    this.#complete = complete;
  }

  get publicUrl(): string | null {
    const { publicOrigin = null, calledUrl, headers, target } = this;
    if (calledUrl !== null) return calledUrl;
    const origin = typeof publicOrigin === 'function' ? publicOrigin(headers) : publicOrigin;
    return origin === null ? null : origin + target;
  }

  jsonAt(path: JsonPath): unknown {
    this.#json ??= openJson(this.body, this.#complete);
    return this.#json(path);
  }

  formField(name: string): string | null {
    return this.#openedForm().fields.find(([other]) => other === name)?.[1] ?? null;
  }

  formFields(): Iterable<[name: string, value: string]> {
    return this.#openedForm().fields;
  }

  formJsonAt(name: string, path: JsonPath): unknown {
    const text = this.formField(name);
    return text === null ? undefined : openJsonText(text)(path);
  }

  claimAt(place: string, [first = [], ...further]: readonly JsonPath[]): unknown {
    let value = valueAt(claimsOf(tokenText(this, place)), first);
    for (const path of further) {
      value = typeof value === 'string' ? openJsonText(value)(path) : undefined;
    }
    return value;
  }

  queryParam(name: string): string | null {
    this.#query ??= new URLSearchParams(queryOf(this.target));
    return this.#query.get(name);
  }

  xmlText(name: string): string | null {
    this.#xml ??= openXml(this.body);
    return textOfElement(this.#xml, name);
  }

  get isFormWhole(): boolean {
    return this.#openedForm().isWhole;
  }

  #openedForm(): Form {
    this.#form ??= openForm(this);
    return this.#form;
  }
}

/** Behind the name of an authentication scheme, where there is one. */
function tokenText({ headers, body }: SignedRequest, place: string): string {
  if (place !== 'body') return getHeader(headers, place)?.split(' ').at(-1) ?? '';
  return bodyHead(body, SPOOL_THRESHOLD_BYTES).toString('latin1').trim();
}

function openJson(body: Body, complete: boolean): Lookup {
  if (body.kind === 'file' || !complete || body.bytes.length > SPOOL_THRESHOLD_BYTES) {
    const head = bodyHead(body, HEAD_BYTES);
    return looksLikeJson(head) ? openPartialJson(head) : nothing;
  }
  return looksLikeJson(body.bytes) ? openJsonText(textOf(body.bytes)) : nothing;
}

function openJsonText(text: string): Lookup {
  try {
    const root: unknown = JSON.parse(text);
    return (path) => {
      const value = valueAt(root, path);
      return isRounded(value) ? (numberText(text, path) ?? value) : value;
    };
  } catch {
    return nothing;
  }
}

function queryOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? '' : target.slice(mark + 1);
}

/** Spares form and binary bodies the price of a failed parse. */
function looksLikeJson(bytes: Buffer): boolean {
  for (let i = hasByteOrderMark(bytes) ? 3 : 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
    return byte === 0x7b || byte === 0x5b;
  }
  return false;
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8', hasByteOrderMark(bytes) ? 3 : 0);
}

/** Own properties only, so that `__proto__` and its kin lead nowhere. */
function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function openPartialJson(head: Buffer): Lookup {
  const text = textOf(head);
  const root = parsePartial(text);
  if (root === undefined) return nothing;
  return (path) => {
    const node = findNodeAtLocation(root, [...path]);
    if (node === undefined) return undefined;
    // A value that reaches the end of the head may go on behind it: half an id is worse than none.
    if (node.offset + node.length >= text.length) return undefined;
    return isRounded(node.value) ? textAt(text, node) : node.value;
  };
}

/** An integer that may have had other digits: Viber's ids and others have more than a double holds. */
function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** The number at a path as it is written. */
function numberText(text: string, path: JsonPath): string | null {
  const root = parsePartial(text);
  const node = root && findNodeAtLocation(root, [...path]);
  return node === undefined ? null : textAt(text, node);
}

function textAt(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

function parsePartial(text: string): Node | undefined {
  try {
    return parseTree(text, [], { disallowComments: true });
  } catch {
    // The parser is recursive: thousands of nested brackets exhaust the stack.
    return undefined;
  }
}

function openXml(body: Body): string {
  const text = textOf(bodyHead(body, XML_BYTES));
  return text.trimStart().startsWith('<') ? text : '';
}

function openForm({ headers, body }: SignedRequest): Form {
  if (body.kind === 'file' && body.form != null) return body.form;
  // A signature over fields is over all of them: only what is spooled is read in part.
  const isWhole = body.kind === 'memory';
  const reader = formReader(getHeader(headers, 'content-type') ?? '');
  if (reader === null) return { fields: [], isWhole };
  reader.push(bodyHead(body, isWhole ? body.bytes.length : HEAD_BYTES));
  const form = reader.end();
  return isWhole ? form : { ...form, isWhole };
}

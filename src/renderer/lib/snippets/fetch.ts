// fetch, as Node, Deno, Bun and browsers have it.

import { inJavaScript } from './literals.ts';
import { bodyText, ownHeaders, type Snippet, type SnippetRequest } from './snippet.ts';

export const fetchCall: Snippet = {
  id: 'fetch',
  label: 'fetch',
  group: 'Request',
  note: 'JavaScript; the exact bytes',
  words: ['javascript', 'typescript', 'node', 'browser', 'deno', 'bun'],
  write: (request) =>
    [
      `const response = await fetch(${inJavaScript(request.origin + request.target)}, {`,
      `  method: ${inJavaScript(request.method)},`,
      ...headerLines(request),
      ...bodyLines(request),
      '});',
      'console.log(response.status, await response.text());',
      '',
    ].join('\n'),
};

/** The `headers` and `body` of what fetch and Request take, indented by `indent`. */
export function headerLines({ headers }: SnippetRequest, indent = '  '): string[] {
  const pairs = ownHeaders(headers).map(
    ([name, value]) => `${indent}  [${inJavaScript(name)}, ${inJavaScript(value)}],`,
  );
  return [`${indent}headers: [`, ...pairs, `${indent}],`];
}

export function bodyLines({ body, method }: SnippetRequest, indent = '  '): string[] {
  // fetch refuses a body with these.
  if (body.length === 0 || method === 'GET' || method === 'HEAD') return [];
  const read = bodyText(body);
  if (read.kind === 'text') return [`${indent}body: ${inJavaScript(read.text)},`];
  return [`${indent}body: Uint8Array.from(atob("${read.base64}"), (char) => char.charCodeAt(0)),`];
}

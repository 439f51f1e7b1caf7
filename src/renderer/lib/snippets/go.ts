// Go, with its standard library alone.

import { bytesIn, inGo } from './literals.ts';
import { bodyText, ownHeaders, type Snippet, type SnippetRequest } from './snippet.ts';

export const go: Snippet = {
  id: 'go',
  label: 'Go',
  group: 'Request',
  note: 'net/http; the exact bytes',
  words: ['golang', 'net/http'],
  write: (request) =>
    [
      'package main',
      '',
      ...goImports(request.body, 'fmt', 'io', 'net/http'),
      '',
      'func main() {',
      ...goBody(request.body),
      `\trequest, err := http.NewRequest(${inGo(request.method)}, ${inGo(request.origin + request.target)}, bytes.NewReader(body))`,
      '\tif err != nil {',
      '\t\tpanic(err)',
      '\t}',
      ...goHeaders(request),
      '\tresponse, err := http.DefaultClient.Do(request)',
      '\tif err != nil {',
      '\t\tpanic(err)',
      '\t}',
      '\tdefer response.Body.Close()',
      '\tanswer, _ := io.ReadAll(response.Body)',
      '\tfmt.Println(response.StatusCode, string(answer))',
      '}',
      '',
    ].join('\n'),
};

export function goImports(body: Uint8Array, ...names: string[]): string[] {
  const all = ['bytes', ...(bodyText(body).kind === 'base64' ? ['encoding/base64'] : []), ...names];
  return ['import (', ...all.map((name) => `\t"${name}"`), ')'];
}

export function goBody(body: Uint8Array): string[] {
  const read = bodyText(body);
  if (read.kind === 'text') return [`\tbody := []byte(${inGo(read.text)})`];
  return [`\tbody, _ := base64.StdEncoding.DecodeString("${read.base64}")`];
}

/** Each name once, in the form in which Go looks for it, with all its values. */
export function goHeaders({ headers }: SnippetRequest): string[] {
  const values = new Map<string, { name: string; all: string[] }>();
  for (const [name, value] of ownHeaders(headers)) {
    const key = name.toLowerCase();
    const known = values.get(key) ?? { name, all: [] };
    known.all.push(bytesIn(value, inGo));
    values.set(key, known);
  }
  return [...values.values()].map(
    ({ name, all }) =>
      `\trequest.Header[http.CanonicalHeaderKey(${inGo(name)})] = []string{${all.join(', ')}}`,
  );
}

// Python, with its standard library alone: http.client keeps the order and repetition of headers.

import { inPython } from './literals.ts';
import { bodyText, ownHeaders, type Snippet, type SnippetRequest } from './snippet.ts';

export const python: Snippet = {
  id: 'python',
  label: 'Python',
  group: 'Request',
  note: 'http.client; the exact bytes, headers in order',
  words: ['http.client', 'requests', 'urllib'],
  write: ({ method, origin, target, headers, body }) =>
    [
      ...imports(body, 'http.client'),
      '',
      `body = ${pythonBody(body)}`,
      `connection = http.client.${connection(origin)}`,
      `connection.putrequest(${inPython(method)}, ${inPython(target)}, skip_accept_encoding=True)`,
      ...ownHeaders(headers).map(
        ([name, value]) => `connection.putheader(${inPython(name)}, ${inPython(value)})`,
      ),
      'connection.putheader("Content-Length", str(len(body)))',
      'connection.endheaders(body)',
      'response = connection.getresponse()',
      'print(response.status, response.read())',
      '',
    ].join('\n'),
};

/** With base64 where the body needs it. */
export function imports(body: Uint8Array, ...names: string[]): string[] {
  const all = bodyText(body).kind === 'base64' ? ['base64', ...names] : names;
  return all.map((name) => `import ${name}`);
}

export function pythonBody(body: SnippetRequest['body']): string {
  const read = bodyText(body);
  if (read.kind === 'base64') return `base64.b64decode("${read.base64}")`;
  return `${inPython(read.text)}.encode()`;
}

function connection(origin: string): string {
  const { protocol, host } = new URL(origin);
  const kind = protocol === 'https:' ? 'HTTPSConnection' : 'HTTPConnection';
  return `${kind}(${inPython(host)})`;
}

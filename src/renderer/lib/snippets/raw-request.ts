// The request as it is on the wire, for files, `hookglass verify` and bringing it in again.

import { bodyText, type Snippet } from './snippet.ts';

export const rawRequest: Snippet = {
  id: 'raw',
  label: 'Raw request',
  group: 'Request',
  note: 'request line, headers and body as text; bytes that are none are lost',
  words: ['http', 'wire', 'verify'],
  write({ method, target, headers, body }) {
    const lines = headers.map(([name, value]) => `${name}: ${value}`);
    const read = bodyText(body);
    const text = read.kind === 'text' ? read.text : new TextDecoder().decode(body);
    return `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${text}`;
  },
};

// What a handshake is answered: status, headers and body, made of what the request holds.

import type { HeaderList } from '../../../shared/headers.ts';
import type { HandshakeResponse } from './handshake-rule.ts';
import { compileJson, compileText, type Filler } from './handshake-template.ts';
import type { RuleContext } from './scheme.ts';

export interface Response {
  status: number;
  headers: HeaderList;
  body: string;
}

export function compileResponse(
  { status, headers = {}, body }: HandshakeResponse,
  { option }: RuleContext,
): Filler<Response> {
  const fields = Object.entries(headers).map(
    ([name, text]) => [name, compileText(text, option)] as const,
  );
  const content = compileBody(body, option);
  return (view, signature) => {
    const filled: HeaderList = [...content.headers];
    for (const [name, fill] of fields) {
      const value = fill(view, signature);
      if (value === null || !HEADER_VALUE.test(value)) return null;
      filled.push([name, value]);
    }
    const text = content.fill(view, signature);
    return text === null ? null : { status, headers: filled, body: text };
  };
}

/** A line break in what is echoed would begin another header. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

// What is echoed is a stranger's text: no browser may take it for a page.
const NO_SNIFF = ['X-Content-Type-Options', 'nosniff'] as const;

function compileBody(
  body: HandshakeResponse['body'],
  option: RuleContext['option'],
): { headers: HeaderList; fill: Filler<string> } {
  if (body === undefined) return { headers: [], fill: () => '' };
  const type = 'json' in body ? 'application/json' : 'text/plain';
  return {
    headers: [['Content-Type', type], [...NO_SNIFF]],
    fill: 'json' in body ? compileJson(body.json, option) : compileText(body.text, option),
  };
}

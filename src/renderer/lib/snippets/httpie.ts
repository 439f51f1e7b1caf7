// HTTPie's `http` command. The body always goes through a pipe: whatever it is, HTTPie reads it as bytes.

import { argument, quoted } from '../shell.ts';
import { base64Of, ownHeaders, type Snippet } from './snippet.ts';

/** HTTPie sends these of its own, unless they are taken away. */
const ADDED = ['user-agent', 'accept', 'accept-encoding'];

export const httpie: Snippet = {
  id: 'httpie',
  label: 'HTTPie',
  group: 'Request',
  note: 'the exact bytes, for a POSIX shell',
  words: ['http', 'command', 'shell', 'cli'],
  write({ method, origin, target, headers, body }) {
    const own = ownHeaders(headers);
    const lines = [`http --path-as-is ${quoted(method)} ${quoted(origin)}${argument(target)}`];
    for (const [name, value] of own) {
      lines.push(argument(value === '' ? `${name};` : `${name}:${escaped(value)}`));
    }
    const there = new Set(own.map(([name]) => name.toLowerCase()));
    for (const name of [...ADDED, 'content-type']) {
      if (!there.has(name)) lines.push(quoted(`${name}:`));
    }
    if (body.length === 0) return ['http --ignore-stdin', lines.join(' \\\n  ').slice(5)].join(' ');
    return `printf %s ${quoted(base64Of(body))} | base64 -d | ${lines.join(' \\\n  ')}`;
  },
};

/** A colon, an equals or an at sign begins another kind of item, and a backslash keeps it from that. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replace(/[:=@;]/g, '\\$&');
}

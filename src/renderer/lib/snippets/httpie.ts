// HTTPie's `http` command. The body always goes through a pipe: whatever it is, HTTPie reads it as bytes.

import { argument, quoted } from '../shell.ts';
import { base64Of, ownHeaders, type Snippet } from './snippet.ts';

/** HTTPie sends these of its own, unless they are taken away. */
const ADDED = ['user-agent', 'accept', 'accept-encoding'];

export const httpie: Snippet = {
  id: 'httpie',
  label: 'HTTPie',
  group: 'Request',
  note: 'the exact body, for a POSIX shell; header values as UTF-8',
  words: ['http', 'command', 'shell', 'cli'],
  write({ method, origin, target, headers, body }) {
    const own = ownHeaders(headers);
    const lines = [`http --path-as-is ${quoted(method)} ${quoted(origin)}${argument(target)}`];
    for (const [name, value] of own) {
      lines.push(argument(value === '' ? `${name};` : `${name}:${escaped(asUtf8(value))}`));
    }
    const there = new Set(own.map(([name]) => name.toLowerCase()));
    for (const name of [...ADDED, 'content-type']) {
      if (!there.has(name)) lines.push(quoted(`${name}:`));
    }
    if (body.length === 0) return ['http --ignore-stdin', lines.join(' \\\n  ').slice(5)].join(' ');
    return `printf %s ${quoted(base64Of(body))} | base64 -d | ${lines.join(' \\\n  ')}`;
  },
};

/** An equals or at sign behind the colon begins another kind of item, and a backslash keeps it from that. */
function escaped(value: string): string {
  return value.replace(/^[=@]/, '\\$&');
}

/** Bytes that are no UTF-8 would end HTTPie: they become the characters that they are in Latin-1. */
function asUtf8(value: string): string {
  const bytes = Uint8Array.from(value, (char) => char.charCodeAt(0));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return value;
  } catch {
    return String.fromCharCode(...new TextEncoder().encode(value));
  }
}

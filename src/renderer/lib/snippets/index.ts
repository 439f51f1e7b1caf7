// Everything that a delivery can be copied as, in the order in which it is offered.

import { curlCommand } from '../curl.ts';
import { fetchCall } from './fetch.ts';
import { go } from './go.ts';
import { httpie } from './httpie.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { rawRequest } from './raw-request.ts';
import { ruby } from './ruby.ts';
import type { Snippet } from './snippet.ts';
import { goTest, pytestTest, rspecTest, vitestTest } from './tests.ts';

const curl: Snippet = {
  id: 'curl',
  label: 'cURL',
  group: 'Request',
  note: 'the exact bytes, for a POSIX shell',
  words: ['command', 'shell', 'bash', 'cli'],
  write: curlCommand,
};

export const snippets: readonly Snippet[] = [
  ...[curl, httpie, fetchCall, python, go, ruby, php, rawRequest],
  ...[vitestTest, pytestTest, goTest, rspecTest],
];

export function snippetOf(id: string): Snippet | undefined {
  return snippets.find((snippet) => snippet.id === id);
}

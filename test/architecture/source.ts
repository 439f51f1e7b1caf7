// Reads `src/` for the architecture tests: the files, what each imports, and its bare code.

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the checkout's folder, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** A path from the checkout's folder, a package's name with its subpath, or `node:…`. */
  target: string;
  kind: 'value' | 'type' | 'dynamic';
}

export function sourceFiles(): SourceFile[] {
  return readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|tsx|css)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

const STATIC = /^(?:import|export)\s+(type\s)?([^'"`;]*?)\s*\bfrom\s*['"]([^'"]+)['"]/gm;
const SIDE_EFFECT = /^import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports and re-exports. Statements begin their line, as the formatter puts them. */
export function importsOf({ path, text }: SourceFile): Import[] {
  if (path.endsWith('.css')) return [];
  const statements = [...text.matchAll(STATIC)].map(([, type, names = '', target = '']): Import => {
    return { target, kind: type || onlyTypes(names) ? 'type' : 'value' };
  });
  const effects = [...text.matchAll(SIDE_EFFECT)].map(
    ([, target = '']): Import => ({ target, kind: 'value' }),
  );
  const dynamic = [...text.matchAll(DYNAMIC)].map(
    ([, target = '']): Import => ({ target, kind: 'dynamic' }),
  );
  return [...statements, ...effects, ...dynamic].map(({ target, kind }) => ({
    target: resolve(path, target),
    kind,
  }));
}

/** True for `{ type A, type B }`, which leaves nothing to import at run time. */
function onlyTypes(names: string): boolean {
  const list = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const parts = list.split(',').map((part) => part.trim());
  return parts.filter(Boolean).every((part) => part.startsWith('type '));
}

function resolve(from: string, target: string): string {
  // Vite's `?worker` and such are not part of the file's name.
  const [file = ''] = target.split('?');
  return file.startsWith('.') ? posix.join(posix.dirname(from), file) : file;
}

/** The code without comments and without what its strings say; enough to look for words in it. */
export function bareCode({ text }: SourceFile): string {
  return text
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

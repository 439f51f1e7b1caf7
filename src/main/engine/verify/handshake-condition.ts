// Whether a request is a handshake: what its entry says under `when`, made ready for requests.

import type { Verdict } from '../../../shared/model.ts';
import type { HandshakeCondition } from './handshake-rule.ts';
import { compileSource, parseJsonPath } from './source.ts';
import type { RequestView } from './view.ts';

type Test = (view: RequestView) => boolean;

/** Throws a TypeError on a source that cannot be read; see source.ts. */
export function compileCondition({
  method,
  has = {},
  lacks = [],
  signature,
}: HandshakeCondition): (view: RequestView, verdict: Verdict) => boolean {
  const tests: Test[] = [
    ...Object.entries(has).map(([source, wanted]) => compileTest(source, wanted)),
    ...lacks.map((source): Test => {
      const isThere = compileTest(source, true);
      return (view) => !isThere(view);
    }),
  ];
  return (view, verdict) =>
    view.method === method &&
    (signature !== 'bad' || verdict.status === 'failed' || verdict.status === 'unsigned') &&
    tests.every((test) => test(view));
}

function compileTest(source: string, wanted: unknown): Test {
  if (!source.startsWith('json:')) {
    const read = compileSource(source);
    return (view) => (wanted === true ? read(view) !== null : read(view) === wanted);
  }
  const path = parseJsonPath(source.slice('json:'.length));
  if (wanted === true) {
    return (view) => {
      const value = view.jsonAt(path);
      return value !== undefined && value !== null && value !== '';
    };
  }
  if (Array.isArray(wanted)) {
    return (view) => {
      const value = view.jsonAt(path);
      return Array.isArray(value) && value.length === 0;
    };
  }
  return (view) => view.jsonAt(path) === wanted;
}

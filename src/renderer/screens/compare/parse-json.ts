// JSON for comparing: as JSON.parse reads it, but with the digits of numbers that it would round.

import { visit } from 'jsonc-parser';
import { LongNumber } from './json-diff.ts';

/** Anything with fewer digits than this is kept exactly. */
const LONG = /\d{16}|\d\.\d{15}/;

/** Throws a SyntaxError when it is no JSON, and a RangeError when it is nested too deeply. */
export function parseForComparing(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  return LONG.test(text) ? withLongNumbers(text) : plain;
}

/** The text is known to be JSON. */
function withLongNumbers(text: string): unknown {
  let root: unknown;
  const open: { container: unknown[] | Record<string, unknown>; key: string }[] = [];
  const put = (value: unknown) => {
    const top = open.at(-1);
    if (top === undefined) root = value;
    else if (Array.isArray(top.container)) top.container.push(value);
    else define(top.container, top.key, value);
  };
  const begin = (container: unknown[] | Record<string, unknown>) => {
    put(container);
    open.push({ container, key: '' });
  };
  const end = () => {
    open.pop();
  };
  visit(text, {
    onObjectBegin: () => begin({}),
    onArrayBegin: () => begin([]),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty(name) {
      const top = open.at(-1);
      if (top !== undefined) top.key = name;
    },
    onLiteralValue(value, offset, length) {
      const digits = text.slice(offset, offset + length);
      const isRounded = typeof value === 'number' && LONG.test(digits) && String(value) !== digits;
      put(isRounded ? new LongNumber(digits) : value);
    },
  });
  return root;
}

/** As JSON.parse does, also for a key such as `__proto__`. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

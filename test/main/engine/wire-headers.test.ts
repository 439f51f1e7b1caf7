// Headers on their way out: what Node really writes.

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { flatHeaders, isSendable } from '../../../src/main/engine/wire-headers.ts';
import type { HeaderList } from '../../../src/shared/headers.ts';

describe('flatHeaders', () => {
  it('keeps order, case, duplicates and every byte of a value', () => {
    const headers: HeaderList = [
      ['X-B', 'caf\xe9 \x80\xff'],
      ['x-a', ''],
      ['X-B', '2'],
    ];
    expect(flatHeaders(headers)).toEqual(['X-B', 'caf\xe9 \x80\xff', 'x-a', '', 'X-B', '2']);
  });

  it.each([
    ['after a length', [['Content-Length', '3']]],
    ['after a length of zero', [['Content-Length', '0']]],
    ['without a length', []],
  ])('lets Node write a Content-Disposition as it is %s', (_name, before) => {
    const value = 'attachment; filename="\xe9\xff \xc3\xa9.txt"';
    const headers = [...(before as HeaderList), ['content-disposition', value]] as HeaderList;
    expect(written(headers)).toContain(`content-disposition: ${value}\r\n`);
  });
});

describe('isSendable', () => {
  it.each([
    ['X-A', 'b'],
    ["!#$%&'*+-.^_`|~0", '\t \x7e\x80\xff'],
    ['A', ''],
  ])('takes %j: %j', (name, value) => {
    expect(isSendable([name, value])).toBe(true);
  });

  it.each([
    ['', 'b'],
    ['X A', 'b'],
    ['X:', 'b'],
    ['X-\xe9', 'b'],
    ['X', 'a\r\nInjected: b'],
    ['X', 'a\0'],
    ['X', '\x7f'],
    ['X', '\u0100'],
  ])('does not take %j: %j', (name, value) => {
    expect(isSendable([name, value])).toBe(false);
  });
});

/** The head that Node makes of it. */
function written(headers: HeaderList): string {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.writeHead(200, flatHeaders(headers));
  return String(Reflect.get(response, '_header'));
}

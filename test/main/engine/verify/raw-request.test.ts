// Requests as text: what is read of them byte for byte, and what is no request.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRawRequest, writeRawRequest } from '../../../../src/main/engine/verify/index.ts';

const parse = (text: string) => parseRawRequest(Buffer.from(text, 'latin1'));

describe('a raw request', () => {
  it.each(['\r\n', '\n'])('is read with lines that end in %j', (end) => {
    const text = ['POST /a?b=c HTTP/1.1', 'Host: x', 'X-A:  1 ', 'x-a: caf\xe9', '', '{"a":1}\n'];
    expect(parse(text.join(end))).toEqual({
      method: 'POST',
      target: '/a?b=c',
      headers: [
        ['Host', 'x'],
        ['X-A', '1'],
        ['x-a', 'caf\xe9'],
      ],
      body: Buffer.from('{"a":1}\n'),
    });
  });

  it('keeps every byte of the body, also blank lines and what is no text', () => {
    const body = Buffer.from([0x0d, 0x0a, 0x00, 0xff, 0x0a]);
    const bytes = Buffer.concat([Buffer.from('PUT / HTTP/1.0\r\n\r\n'), body]);
    expect(parseRawRequest(bytes)).toMatchObject({ method: 'PUT', headers: [], body });
  });

  it('may begin with blank lines, leave its version out, and fold a value', () => {
    expect(parse('\r\nGET /\nX-Long: a,\n  b\n\n')).toMatchObject({
      target: '/',
      headers: [['X-Long', 'a, b']],
      body: Buffer.alloc(0),
    });
  });

  it('is written as it was read', () => {
    const bytes = Buffer.from('POST /a HTTP/1.1\r\nB: \xe9\r\nb: 2\r\n\r\nbody\r\n', 'latin1');
    const request = parseRawRequest(bytes);
    if ('problem' in request) throw new Error(request.problem);
    expect(writeRawRequest(request).equals(bytes)).toBe(true);
  });

  it('keeps what is white space elsewhere, and is quick about long blanks', () => {
    const blanks = ' \t'.repeat(1_000_000);
    expect(parse(`GET / HTTP/1.1\nA:${blanks}\xa0b\xa0${blanks}c${blanks}\n\n`)).toMatchObject({
      headers: [['A', `\xa0b\xa0${blanks}c`]],
    });
  });

  it('is read or refused, whatever the bytes', () => {
    const line = fc.oneof(
      fc.constantFrom('POST / HTTP/1.1', 'Host: x', ' folded', '', ':', 'A:'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.array(line),
        fc.uint8Array(),
        fc.constantFrom('\n', '\r\n'),
        (lines, body, end) => {
          const bytes = Buffer.concat([Buffer.from(lines.join(end)), body]);
          const request = parseRawRequest(bytes);
          if ('problem' in request) return;
          const again = parseRawRequest(writeRawRequest(request));
          expect(again).toEqual(request);
        },
      ),
    );
  });

  it.each([
    ['', 'empty'],
    ['{"a":1}', 'blank line'],
    ['POST / HTTP/1.1\nHost: x', 'blank line'],
    ['{"a":\n1}\n\n', 'request line'],
    ['POST / HTTP/1.1\nHost: x\nno header\n\n', 'Line 3'],
    [' \nHost: x\n\n', 'request line'],
  ])('is not %j', (text, words) => {
    expect(parse(text)).toEqual({ problem: expect.stringContaining(words) });
  });
});

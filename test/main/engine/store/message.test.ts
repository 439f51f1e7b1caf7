import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHeaders } from '../../../../src/main/engine/store/headers.ts';
import { messageHead, writeMessage } from '../../../../src/main/engine/store/message.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { type DeliveryParts, newDelivery } from './fixtures.ts';

/** Somewhere in a larger buffer, as the packer writes it. */
const AT = 3;

function encode(headers: HeaderList, body: Buffer, parts: Partial<DeliveryParts> = {}) {
  const head = messageHead(newDelivery({ id: 'dlv_00000000001', headers, ...parts }));
  const target = Buffer.alloc(AT + head.headEnd + body.length + 1, '!');
  writeMessage(target, AT, head, body);
  expect(target.toString('latin1', 0, AT) + target.toString('latin1', target.length - 1)).toBe(
    '!!!!',
  );
  return { ...head, raw: target.subarray(AT, -1) };
}

/** The headers as they are read back, where their lines can be. */
function headersOf({ raw, headStart, headEnd }: ReturnType<typeof encode>): HeaderList {
  return decodeHeaders(raw.subarray(headStart, headEnd));
}

const latin1 = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
});
const anyPairs = fc.array(fc.tuple(fc.oneof(latin1, fc.string()), fc.oneof(latin1, fc.string())));
const wirePairs = fc.array(
  fc.tuple(
    fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/),
    fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]*$/),
  ),
);

describe('a stored message', () => {
  it('gives back headers of the wire from its lines: order, case, duplicates, bytes', () => {
    fc.assert(
      fc.property(wirePairs, fc.uint8Array(), (headers, body) => {
        const message = encode(headers, Buffer.from(body));
        expect(message.isOdd).toBe(false);
        expect(headersOf(message)).toEqual(headers);
        expect(message.raw.subarray(message.headEnd).equals(body)).toBe(true);
      }),
    );
  });

  it('says so when headers that no parser lets through would not come back', () => {
    fc.assert(
      fc.property(anyPairs, (headers) => {
        const message = encode(headers, Buffer.alloc(0));
        if (!message.isOdd) expect(headersOf(message)).toEqual(headers);
      }),
    );
    expect(encode([['X:Y', 'a']], Buffer.alloc(0)).isOdd).toBe(true);
    expect(encode([['X', 'a\r\nY: b']], Buffer.alloc(0)).isOdd).toBe(true);
  });

  it('finds its parts again behind facts beyond ASCII', () => {
    const message = encode([['X-É', 'ÿ\x80']], Buffer.from([0, 255]), {
      eventType: 'größe.geändert \u{1f600}',
      messageId: 'ÿ',
      target: '/caf\xe9',
    });
    expect(headersOf(message)).toEqual([['X-É', 'ÿ\x80']]);
    expect([...message.raw.subarray(message.headEnd)]).toEqual([0, 255]);
  });
});

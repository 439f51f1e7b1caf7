// Which headers a destination gets.

import { describe, expect, it } from 'vitest';
import { requestHeaders } from '../../../../src/main/engine/forward/request-headers.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

const url = new URL('http://localhost:3000/hooks');

describe('requestHeaders', () => {
  it('keeps order, case and duplicates, and puts Host and length right where they stand', () => {
    expect(
      sent([
        ['X-B', '1'],
        ['host', 'x.loca.lt'],
        ['x-a', 'caf\xe9'],
        ['content-length', '5'],
        ['X-B', '2'],
        ['Cookie', 'a'],
        ['Cookie', 'b'],
      ]),
    ).toEqual([
      ['X-B', '1'],
      ['host', 'localhost:3000'],
      ['x-a', 'caf\xe9'],
      ['content-length', '5'],
      ['X-B', '2'],
      ['Cookie', 'a'],
      ['Cookie', 'b'],
    ]);
  });

  it('leaves out what is about one connection, and what Connection names', () => {
    expect(
      sent([
        ['Host', 'h'],
        ['Connection', 'close, X-Mine'],
        ['CONNECTION', 'x-other ,host, content-length'],
        ['X-Mine', '1'],
        ['X-Other', '1'],
        ['Keep-Alive', 'timeout=5'],
        ['Proxy-Connection', 'keep-alive'],
        ['Proxy-Authorization', 'Basic x'],
        ['TE', 'trailers'],
        ['Trailer', 'X-T'],
        ['Upgrade', 'h2c'],
        ['Expect', '100-continue'],
        ['X-Kept', '1'],
        ['Content-Length', '5'],
      ]),
    ).toEqual([
      ['Host', 'localhost:3000'],
      ['X-Kept', '1'],
      ['Content-Length', '5'],
    ]);
  });

  it('tells the length where the request said that it was chunked', () => {
    expect(
      sent([
        ['Host', 'h'],
        ['transfer-encoding', 'chunked'],
        ['X-A', '1'],
      ]),
    ).toEqual([
      ['Host', 'localhost:3000'],
      ['Content-Length', '5'],
      ['X-A', '1'],
    ]);
  });

  it('adds a Host and a length when the request had none', () => {
    expect(sent([['X-A', '1']])).toEqual([
      ['Host', 'localhost:3000'],
      ['X-A', '1'],
      ['Content-Length', '5'],
    ]);
  });

  it.each([
    ['GET', 0, []],
    ['GET', 3, [['Content-Length', '3']]],
    ['DELETE', 0, []],
    ['POST', 0, [['Content-Length', '0']]],
  ])(
    'tells the length of a %s with %i bytes only where one is due',
    (method, bodyLength, added) => {
      const headers: HeaderList = [['Host', 'h']];
      expect(requestHeaders({ method, headers, url, bodyLength })).toEqual([
        ['Host', 'localhost:3000'],
        ...added,
      ]);
    },
  );

  it('leaves out the port that goes without saying', () => {
    const headers = requestHeaders({
      method: 'GET',
      headers: [],
      url: new URL('https://x.example:443/'),
      bodyLength: 0,
    });
    expect(headers).toEqual([['Host', 'x.example']]);
  });

  it('turns the destination’s password into an Authorization, unless there is one', () => {
    const secured = new URL('http://me:p%40ss@localhost/');
    const request = { method: 'GET', url: secured, bodyLength: 0 };
    expect(requestHeaders({ ...request, headers: [] })).toContainEqual([
      'Authorization',
      `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    ]);
    expect(requestHeaders({ ...request, headers: [['authorization', 'mine']] })).toEqual([
      ['Host', 'localhost'],
      ['authorization', 'mine'],
    ]);
  });
});

function sent(headers: HeaderList): HeaderList {
  return requestHeaders({ method: 'POST', headers, url, bodyLength: 5 });
}

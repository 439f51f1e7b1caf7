// curl commands brought in: as the shell and curl themselves would make them into a request.

import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCurl } from '../../../../src/main/engine/exchange/curl-read.ts';
import type { Incoming } from '../../../../src/main/engine/exchange/incoming.ts';
import { curlCommand } from '../../../../src/renderer/lib/curl.ts';
import { testEngine } from '../../../support/engine.ts';
import { imported } from '../../../support/exchange.ts';

const bodyOf = ({ body }: Incoming) => (body.kind === 'memory' ? body.bytes : Buffer.alloc(0));

/** What a real shell and a real curl send, in Latin-1. */
async function sentByCurl(command: (origin: string) => string): Promise<string> {
  let received = '';
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const [head = '', body] = received.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || received.length < head.length + 4 + length) return;
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve, reject) => {
    const child = execFile('bash', ['-s'], (error) => (error ? reject(error) : resolve()));
    child.stdin?.end(Buffer.from(command(origin)));
  });
  return received.replaceAll(origin.slice('http://'.length), 'HOST');
}

function written({ method, target, headers, ...rest }: Incoming): string {
  const lines = headers.map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${value}`));
  const head = [`${method} ${target} HTTP/1.1`, ...lines].join('\r\n');
  return `${head}\r\n\r\n${bodyOf({ method, target, headers, ...rest }).toString('latin1')}`;
}

const OWN = /^(?:User-Agent|Accept-Encoding): .*\r\n/gim;

describe('a curl command', () => {
  it.each([
    (at: string) => `curl ${at}`,
    (at: string) =>
      `curl '${at}/a?b=1' -H 'X-A: 1' -H "x-a: two words" --data-raw '{"a":"it'\\''s"}'`,
    (at: string) => `curl -sSX PUT ${at}/p -d a=1 -d 'b=2&c' -H Content-Type:\\ text/plain`,
    (at: string) => `curl -XDELETE "${at}/\\$x"`,
    (at: string) => `curl -G ${at}/g?z=1 -d q=1 -d r`,
    (at: string) => `curl ${at} --data-urlencode 'q=a b&ü(1)' --data-urlencode '=c d' -d e`,
    (at: string) => `curl ${at} --json '{"a":1}' -u user:pa:ss`,
    (at: string) => `curl ${at}/x -A me -e there -b 'a=1; b=2' -H 'Accept:' -H 'X-Empty;'`,
    (at: string) =>
      `curl ${at} --data-binary $'a\\n\\x41\\u00e9\\'\\\\b' \\\n  -H 'Content-Type: x'`,
    (at: string) => `printf %s aGUAbGzDKA== | base64 -d | curl ${at} --data-binary @-`,
    (at: string) => `curl ${at} -H "X-Latin: $(printf -- 'caf\\351%%')" --request-target '*'`,
    (at: string) => `curl ${at} -I -k -L --compressed -o /dev/null`,
  ])('is the request that curl sends: %s', async (command) => {
    const sent = await sentByCurl(command);
    const read = readCurl(command('http://HOST'));
    expect(written(read).replace(OWN, '')).toBe(sent.replace(OWN, ''));
  });

  it('of our own gives back the same request', () => {
    const request = {
      ...{ method: 'POST', origin: 'http://127.0.0.1:1', target: '/a?b=%20&c=\'"' },
      headers: [
        ['Host', 'shop.example'],
        ['x-twice', 'caf\xe9 `$(id)`'],
        ['X-Twice', "it's"],
        ['Content-Type', 'application/json'],
      ] as [string, string][],
    };
    for (const text of ['{"a":1}', 'a\0\xff', "'", '@file', '$(id)`id`', 'x'.repeat(70_000)]) {
      const body = Buffer.from(text, 'latin1');
      const read = readCurl(curlCommand({ ...request, body }));
      expect(bodyOf(read)).toEqual(body);
      expect(read.target).toBe(request.target);
      expect(read.headers.filter(([name]) => !/^content-length$/i.test(name))).toEqual(
        request.headers,
      );
    }
  });

  it.each([
    ['curl http://a; rm -rf /', /does more than send a request/],
    ['curl http://a && id', /does more than send a request/],
    ['curl "http://a/$(cat /etc/passwd)"', /runs another one/],
    ['curl "http://a/`id`"', /runs another one/],
    ['curl http://a/$HOME', /Variables/],
    ['curl http://a -d @/etc/passwd', /reads a file/],
    ['curl http://a -H @/etc/passwd', /reads a file/],
    ['curl http://a --data-urlencode x@/etc/passwd', /reads a file/],
    ['curl http://a -b cookies.txt', /reads a file/],
    ['curl http://a -F a=b', /option -F .* not understood/],
    ['curl http://a --frobnicate', /--frobnicate .* not understood/],
    ['curl http://a -d', /-d .* no value/],
    ["curl 'http://a", /never closed/],
    ['curl -X POST', /names no URL/],
    ['curl http://a http://b', /more than one/],
    ['cat x | curl http://a -d @-', /pipes into curl/],
    ['curl http://', /makes no sense/],
  ])('that does anything else is refused: %s', (command, words) => {
    expect(() => readCurl(command)).toThrow(words);
  });

  it('comes in as a delivery of the endpoint that its path belongs to', async () => {
    const engine = await testEngine();
    const made = await engine.call('endpoints.create', { name: 'Till', path: '/till' });
    const { newest, format } = await imported(engine, "$ curl https://a/till -d 'x=1'\n");
    expect(format).toBe('curl');
    const delivery = await engine.call('deliveries.get', { id: newest! });
    expect(delivery).toMatchObject({ endpointId: made.id, method: 'POST', target: '/till' });
  });
});

describe('a raw request', () => {
  it('comes in with its exact bytes, judged by the endpoint that was chosen', async () => {
    const engine = await testEngine();
    const made = await engine.call('endpoints.create', { name: 'Till', path: '/till' });
    const raw = Buffer.from('POST /x HTTP/1.1\nHost: a\nx-A: caf\xe9\n\n\0\xff\r\n', 'latin1');
    const first = await imported(engine, raw, { endpointId: made.id });
    expect(first).toMatchObject({ format: 'raw', imported: 1 });
    const id = first.newest!;
    expect(await engine.call('deliveries.get', { id })).toMatchObject({
      ...{ endpointId: made.id, target: '/x' },
      headers: [
        ['Host', 'a'],
        ['x-A', 'caf\xe9'],
      ],
    });
    const { base64 } = await engine.call('deliveries.body', { id });
    expect(Buffer.from(base64, 'base64').toString('latin1')).toBe('\0\xff\r\n');
    expect(await imported(engine, raw)).toMatchObject({ imported: 0, known: 1, newest: id });
  });

  it('that is none of all is told so', async () => {
    const engine = await testEngine();
    await expect(imported(engine, 'hello')).rejects.toThrow(
      /no HAR file, .hookglass file or curl command, and no raw request either: /,
    );
  });
});

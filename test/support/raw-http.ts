// A client that writes raw bytes to a socket and reads raw answers: for everything that a
// well-behaved HTTP client would never send, or would tidy away before a test could see it.

import { connect, type Socket } from 'node:net';
import type { HeaderList } from '../../src/shared/headers.ts';

export interface RawResponse {
  statusLine: string;
  status: number;
  /** In order and case as they came, values as latin1. */
  headers: HeaderList;
  body: Buffer;
}

export interface RawClient {
  socket: Socket;
  /** Text is sent as latin1: one character, one byte. Resolves when it is written out. */
  send(data: string | Buffer): Promise<void>;
  /** The next answer on the connection. Rejects when the connection ends before it is whole. */
  response(method?: string): Promise<RawResponse>;
  /** Resolves once what was received and not yet read satisfies `test`. */
  until(test: (received: Buffer) => boolean): Promise<Buffer>;
  /** Everything received and not read, when the other side has ended or reset the connection. */
  rest(): Promise<Buffer>;
  /** Ends our side only. */
  end(): void;
  /** Closes at once; with `reset`, by a reset. */
  destroy(how?: 'reset'): void;
}

export async function connectRaw(port: number, host = '127.0.0.1'): Promise<RawClient> {
  const socket = connect({ port, host, allowHalfOpen: true });
  let received = Buffer.alloc(0);
  let over = false;
  let wake: (() => void)[] = [];
  const notify = () => {
    const waiting = wake;
    wake = [];
    for (const resume of waiting) resume();
  };
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    notify();
  });
  socket.on('error', () => {});
  for (const event of ['end', 'close']) {
    socket.on(event, () => {
      over = true;
      notify();
    });
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  const more = () => new Promise<void>((resolve) => wake.push(resolve));

  return {
    socket,
    send: (data) =>
      new Promise((resolve) => {
        socket.write(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, () =>
          resolve(),
        );
      }),
    async response(method = 'POST') {
      for (;;) {
        const parsed = parseResponse(received, method, over);
        if (parsed) {
          received = received.subarray(parsed.bytes);
          return parsed.response;
        }
        if (over) throw new Error(`connection ended after: ${received.toString('latin1')}`);
        await more();
      }
    },
    async until(test) {
      while (!test(received)) {
        if (over) throw new Error(`connection ended after: ${received.toString('latin1')}`);
        await more();
      }
      return received;
    },
    async rest() {
      while (!over) await more();
      return received;
    },
    end: () => void socket.end(),
    destroy: (how) => void (how === 'reset' ? socket.resetAndDestroy() : socket.destroy()),
  };
}

/** Sends one request on a connection of its own and reads its answer. */
export async function rawRequest(
  port: number,
  data: string | Buffer,
  method = 'POST',
): Promise<RawResponse> {
  const client = await connectRaw(port);
  try {
    void client.send(data);
    return await client.response(method);
  } finally {
    client.destroy();
  }
}

interface Parsed {
  response: RawResponse;
  bytes: number;
}

function parseResponse(received: Buffer, method: string, over: boolean): Parsed | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, headEnd).split('\r\n');
  const headers: HeaderList = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
  const status = Number(statusLine.split(' ')[1]);
  const start = headEnd + 4;
  const body = parseBody(received.subarray(start), headers, { method, status, over });
  if (!body) return null;
  return {
    response: { statusLine, status, headers, body: body.bytes },
    bytes: start + body.taken,
  };
}

function parseBody(
  rest: Buffer,
  headers: HeaderList,
  { method, status, over }: { method: string; status: number; over: boolean },
): { bytes: Buffer; taken: number } | null {
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) {
    return { bytes: Buffer.alloc(0), taken: 0 };
  }
  const value = (name: string) =>
    headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
  if (value('transfer-encoding') === 'chunked') return parseChunks(rest);
  const length = value('content-length');
  if (length === undefined) return over ? { bytes: rest, taken: rest.length } : null;
  const size = Number(length);
  return rest.length >= size ? { bytes: rest.subarray(0, size), taken: size } : null;
}

function parseChunks(rest: Buffer): { bytes: Buffer; taken: number } | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(rest.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (rest.length < start + size + 2) return null;
    chunks.push(rest.subarray(start, start + size));
    at = start + size + 2;
    if (size === 0) return { bytes: Buffer.concat(chunks), taken: at };
  }
}

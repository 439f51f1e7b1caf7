// Real servers for requests to be forwarded to: proper ones that note every byte they get, and ones
// that misbehave as servers under development do.

import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { CERTIFICATE, KEY } from './self-signed.ts';

export interface ReceivedRequest {
  /** The request line and the headers as they came, without the empty line. */
  head: string;
  body: Buffer;
  /** Which connection it came on, counted from 1. */
  connection: number;
}

export interface Destination {
  /** Without a slash at the end. */
  url: string;
  port: number;
  requests: ReceivedRequest[];
  /** Connections so far. */
  connections(): number;
  close(): Promise<void>;
}

/** What a server does once it has read a request to its end. */
export type Behaviour = (socket: Socket, request: ReceivedRequest) => void;

export interface DestinationOptions {
  /** With a self-signed certificate for localhost. */
  tls?: boolean;
  /** An address other than 127.0.0.1. */
  host?: string;
  /** What a server does as soon as a client connects. */
  onConnect?(socket: Socket): void;
}

/** Answers with the given bytes, text as latin1, and keeps the connection. */
export function answers(text: string | Buffer): Behaviour {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  return (socket) => void socket.write(bytes);
}

/** A plain 200 with a body. */
export function answersOk(body = 'fine'): Behaviour {
  return answers(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Writes for as long as the other side reads. */
export function answersWithoutEnd(head: string, piece: string): Behaviour {
  const bytes = Buffer.from(piece, 'latin1');
  return (socket) => {
    socket.write(Buffer.from(head, 'latin1'));
    const more = () => {
      while (!socket.destroyed && socket.write(bytes));
    };
    socket.on('drain', more);
    more();
  };
}

export const misbehaviours = {
  neverAnswers: () => {},
  answersGarbage: answers('@@@ this is not HTTP @@@\r\n\r\n'),
  closesBeforeAnswering: (socket) => void socket.end(),
  resetsBeforeAnswering: (socket) => void socket.resetAndDestroy(),
  closesMidway: (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 100\r\n\r\nonly this'),
  stopsMidway: answers('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this'),
  sendsBadChunks: answers(
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nZZ\r\n',
  ),
  sendsEndlessHeaders: answersWithoutEnd('HTTP/1.1 200 OK\r\n', `X: ${'y'.repeat(1000)}\r\n`),
  sendsEndlessInterims: answersWithoutEnd('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  switchesProtocols: answers(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  ),
} satisfies Record<string, Behaviour>;

export async function startDestination(
  behave: Behaviour,
  { tls = false, host = '127.0.0.1', onConnect }: DestinationOptions = {},
): Promise<Destination> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const accept = (socket: Socket) => {
    const connection = ++connections;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    onConnect?.(socket);
    readRequests(socket, (head, body) => {
      const request = { head, body, connection };
      requests.push(request);
      behave(socket, request);
    });
  };
  const server: Server = tls
    ? createTlsServer({ key: KEY, cert: CERTIFICATE }, accept).on('tlsClientError', () => {})
    : createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A port on which nothing listens. */
export async function unusedPort(): Promise<number> {
  const { port, close } = await startDestination(() => {});
  await close();
  return port;
}

function readRequests(socket: Socket, onRequest: (head: string, body: Buffer) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = received.toString('latin1', 0, end);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      const body = received.subarray(end + 4, end + 4 + length);
      received = received.subarray(end + 4 + length);
      onRequest(head, body);
    }
  });
}

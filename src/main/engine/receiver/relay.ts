// A connection in place of another: first the given bytes, then whatever else comes on the socket.
// It lets a server start over with a connection on which its parser has given up.

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** As much of a socket as a connection needs; a class because a stream has to be one. */
export class Relay extends Duplex {
  readonly remoteAddress: string | undefined;
  bytesRead = 0;
  readonly #socket: Socket;

  /** Takes the socket over: nobody else reads from it any more. */
  constructor(socket: Socket, first: Buffer) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
    this.remoteAddress = socket.remoteAddress;
    socket.removeAllListeners('end');
    socket.removeAllListeners('data');
    // First of all: this is what takes the socket away from the parser, which pauses it otherwise.
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#take(first);
    socket.on('end', () => this.push(null));
    socket.on('close', () => this.destroy());
  }

  setTimeout(ms: number): this {
    this.#socket.setTimeout(ms);
    return this;
  }

  /** What a server calls to close a connection behind its last answer. */
  destroySoon(): void {
    this.end(() => this.destroy());
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  #take(chunk: Buffer): void {
    this.bytesRead += chunk.length;
    if (!this.push(chunk)) this.#socket.pause();
  }
}

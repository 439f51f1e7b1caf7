// An exchange over a live connection: writes the answer, notices when the client leaves.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { HeaderList } from '../../../shared/headers.ts';
import type { Exchange } from './exchange.ts';
import { allowsBody, responseHead } from './response-head.ts';

const DONE = Promise.resolve();

/** A class, unlike the rest: there is one for each request, and methods cost nothing to make. */
export class LiveExchange implements Exchange {
  answered: number | null = null;
  gone = false;
  closed = false;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly #onClosed: (exchange: LiveExchange) => void;
  #over: Promise<void> | null = null;
  #settle: (() => void) | null = null;
  #linger: NodeJS.Timeout | null = null;
  #leaveListeners: (() => void)[] = [];

  /** `onClosed` is called once the answer is handed over or the client is gone. */
  constructor(
    req: IncomingMessage,
    res: ServerResponse,
    onClosed: (exchange: LiveExchange) => void,
  ) {
    this.req = req;
    this.res = res;
    this.#onClosed = onClosed;
  }

  onGone(listener: () => void): void {
    if (this.gone) listener();
    else if (!this.closed) this.#leaveListeners.push(listener);
  }

  respond(status: number, headers: HeaderList, body: Buffer | string): Promise<void> {
    const over = this.#begin();
    if (!over) return this.#over ?? DONE;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#writeHead(status, headers, bytes.length);
    // One piece of latin1 text, which holds any byte, spares a second write next to the head.
    if (!allowsBody(this.req.method ?? '', status)) this.res.end(() => this.#close());
    else if (bytes.length > 16_384) this.res.end(bytes, () => this.#close());
    else this.res.end(bytes.toString('latin1'), 'latin1', () => this.#close());
    return over;
  }

  stream(status: number, headers: HeaderList, body: Readable): Promise<void> {
    const over = this.#begin();
    if (!over) return this.#over ?? DONE;
    this.#writeHead(status, headers, null);
    const { res } = this;
    let ended = false;
    body.on('data', (chunk: Buffer) => {
      if (!res.write(chunk)) body.pause();
    });
    res.on('drain', () => body.resume());
    body.on('end', () => {
      ended = true;
      res.end(() => this.#close());
    });
    body.on('error', () => {});
    body.on('close', () => {
      if (!ended) res.destroy();
    });
    if (body.destroyed && !body.readableEnded) res.destroy();
    this.onGone(() => body.destroy());
    // The head goes out even when the first byte of the body is long in coming.
    setImmediate(() => {
      if (!this.closed && res.writableLength === 0) res.flushHeaders();
    });
    return over;
  }

  /**
   * Answers a request that cannot be taken, while its client may still be sending. To close at once
   * would reset the connection and lose the answer, so what comes is read away for up to
   * `lingerMs`.
   */
  refuse(status: number, text: string, lingerMs: number): void {
    if (!this.#begin()) return;
    const { req, res } = this;
    const body = Buffer.from(text);
    res.shouldKeepAlive = false;
    this.#writeHead(status, [['Content-Type', 'text/plain; charset=utf-8']], body.length);
    res.write(body);
    this.answered = status;
    this.closed = true;
    this.#settle?.();
    const timer = setTimeout(() => this.endLinger(), lingerMs);
    timer.unref();
    this.#linger = timer;
    if (req.readableEnded || req.socket.readableEnded) this.endLinger();
    else req.once('end', () => this.endLinger()).resume();
  }

  /** To be called when the client sends no more, whether or not it was refused. */
  endLinger(): void {
    if (!this.#linger) return;
    clearTimeout(this.#linger);
    this.#linger = null;
    this.res.end(() => this.#onClosed(this));
  }

  /** To be called when the connection is closed. */
  leave(): void {
    this.endLinger();
    this.#onClosed(this);
    if (this.closed) return;
    this.gone = true;
    this.closed = true;
    for (const listener of this.#leaveListeners) listener();
    this.#settle?.();
  }

  #begin(): Promise<void> | null {
    if (this.#over || this.closed) return null;
    this.#over = new Promise((resolve) => {
      this.#settle = resolve;
    });
    return this.#over;
  }

  #writeHead(given: number, headers: HeaderList, length: number | null): void {
    const method = this.req.method ?? '';
    // A destination can say anything; what is no final status would make Node throw.
    const status = given >= 200 && given <= 999 ? given : 502;
    this.res.writeHead(status, responseHead({ method, status, headers, length }));
  }

  #close(): void {
    // Node says "finished" too when the connection was destroyed: then it is for leave() to close.
    if (this.closed || this.req.socket.destroyed) return;
    this.closed = true;
    this.#onClosed(this);
    this.#settle?.();
  }
}

// A large body on its way into a file: written as it comes, whole at the end or not there at all.

import { createWriteStream, unlink } from 'node:fs';

/** Bytes a file may lag behind before its writer is asked to wait. */
const LAG_BYTES = 128 * 1024;

export interface Spool {
  path: string;
  /** False: wait for `onDrain` before writing more. */
  write(chunk: Buffer): boolean;
  /** Closes the file. When a write failed it is removed, and the error given. */
  finish(done: (error: NodeJS.ErrnoException | null) => void): void;
}

export interface SpoolOptions {
  path: string;
  onDrain(): void;
  /** A write failed: nothing more can be written. Followed by {@link Spool.finish}. */
  onError(): void;
}

/** Opens the file with mode 0600. Errors, such as a full disk, come by `onError` and `finish`. */
export function openSpool({ path, onDrain, onError }: SpoolOptions): Spool {
  const stream = createWriteStream(path, { mode: 0o600, highWaterMark: LAG_BYTES });
  stream.on('drain', onDrain);
  stream.on('error', onError);
  return {
    path,
    write: (chunk) => stream.write(chunk),
    finish(done) {
      const settle = () => {
        const { errored } = stream;
        if (errored) unlink(path, () => done(errored));
        else done(null);
      };
      if (stream.closed) return settle();
      stream.once('close', settle);
      stream.end();
    },
  };
}

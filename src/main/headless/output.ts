// Writes lines to a stream without ever holding up receiving: gathered per turn of the event loop, and
// left out, with a word about it, while the reader does not keep up.

import type { Writable } from 'node:stream';

/** What may wait to be read before lines are left out. */
const MAX_BACKLOG_BYTES = 32 * 1024 * 1024;

export interface Output {
  /** `important` lines are written in any case. */
  write(line: string, important: boolean): void;
}

/** `leftOut` makes the line that tells how many were left out, once there is room again. */
export function createOutput(stream: Writable, leftOut: (count: number) => string): Output {
  let lines: string[] = [];
  let missing = 0;

  function flush(): void {
    if (missing > 0 && stream.writableLength < MAX_BACKLOG_BYTES) {
      lines.push(leftOut(missing));
      missing = 0;
    }
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
    lines = [];
  }

  // A reader that went away must not take the receiver with it.
  stream.on('error', () => {});
  return {
    write(line, important) {
      if (!important && stream.writableLength >= MAX_BACKLOG_BYTES) {
        missing++;
        return;
      }
      if (lines.push(line) === 1) setImmediate(flush);
    },
  };
}

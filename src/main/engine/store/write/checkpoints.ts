// When the checkpointer works: often enough that the write-ahead log stays small, and so that no commit
// waits long for the disk.

import { setTimeout as delay } from 'node:timers/promises';

/** Written since the last checkpoint. */
const EVERY_BYTES = 8 * 1024 * 1024;
/** Or this long after a write, when less was written. */
const IDLE_MS = 1000;
/** The log begins anew when it is larger than this. */
const MAX_LOG_BYTES = 32 * 1024 * 1024;
/** What the writer copies itself: a millisecond or two. */
const NEARLY_BYTES = 2 * 1024 * 1024;
const MAX_PASSES = 4;
/** Beyond this the disk is slower than what arrives: writing waits, or the log would never end. */
const PRESSING_LOG_BYTES = 128 * 1024 * 1024;
const SETTLE_TRIES = 40;
const SETTLE_WAIT_MS = 25;

export interface Checkpoints {
  /** About so many bytes were committed. */
  note(bytes: number): void;
  /** Does the work at once, as a rule; after the checkpoint under way when the log is far too long. */
  whenThereIsRoom<T>(work: () => T): T | Promise<T>;
  /** Writes everything into the database file and cuts the log; gives up after about a second. */
  settle(): Promise<void>;
  close(): void;
}

export interface CheckpointsOptions {
  /** In the checkpointer's thread: copies what is in the log. Numbers of pages. */
  checkpoint: () => Promise<{ logged: number; written: number }>;
  space: { pageSize: number; copyLog(): void; cutLog(): boolean };
}

export function createCheckpoints({ checkpoint, space }: CheckpointsOptions): Checkpoints {
  /** Bytes written since the last pass began, and those in the log before that. */
  let noted = 0;
  let logged = 0;
  let running: Promise<void> | null = null;
  let idleTimer: NodeJS.Timeout | null = null;
  let closed = false;

  function run(): void {
    if (idleTimer) clearTimeout(idleTimer);
    idleTimer = null;
    if (closed || running) return;
    running = catchUp()
      // The thread crashed or the disk is full: the writing connection's own limit is the net.
      .catch(() => {})
      .finally(() => {
        running = null;
      });
  }

  async function catchUp(): Promise<void> {
    for (let pass = 1; !closed; pass++) {
      noted = 0;
      logged = (await checkpoint()).logged * space.pageSize;
      if (logged < MAX_LOG_BYTES || closed) return;
      if (noted > NEARLY_BYTES && pass < MAX_PASSES && !isPressing()) continue;
      // The log can only begin anew when all of it is copied, and nobody writes while we do.
      space.copyLog();
      logged = 0;
      return;
    }
  }

  function isPressing(): boolean {
    return logged + noted > PRESSING_LOG_BYTES;
  }

  return {
    note(bytes) {
      noted += bytes;
      if (running || closed) return;
      if (noted >= EVERY_BYTES) return run();
      idleTimer ??= setTimeout(run, IDLE_MS).unref();
    },
    whenThereIsRoom: (work) => (running && isPressing() ? running.then(work) : work()),
    async settle() {
      for (let tries = 0; tries < SETTLE_TRIES && !closed; tries++) {
        await running;
        await checkpoint().catch(() => {});
        if (closed || space.cutLog()) return;
        await delay(SETTLE_WAIT_MS);
      }
    },
    close() {
      closed = true;
      if (idleTimer) clearTimeout(idleTimer);
    },
  };
}

// When the checkpointer works: often enough that the write-ahead log stays small, and never so that
// receiving waits for the disk.

import { setTimeout as delay } from 'node:timers/promises';
import type { CheckpointAnswer } from './worker-protocol.ts';

/** Written since the last checkpoint. */
const EVERY_BYTES = 8 * 1024 * 1024;
/** Or this long after a write, when less was written. */
const IDLE_MS = 1000;
/** The log begins anew when it is larger than this. */
const MAX_LOG_BYTES = 32 * 1024 * 1024;
/** What is left to copy while the writer waits: a millisecond or two. */
const NEARLY_BYTES = 2 * 1024 * 1024;
const MAX_PASSES = 4;
/** The writer never waits longer than this. */
const MAX_HOLD_MS = 50;
const SETTLE_TRIES = 40;
const SETTLE_WAIT_MS = 25;

export interface Checkpoints {
  /** About so many bytes were committed. */
  note(bytes: number): void;
  /** Writes everything into the database file and cuts the log; gives up after about a second. */
  settle(): Promise<void>;
  close(): void;
}

export interface CheckpointsOptions {
  checkpoint: () => Promise<CheckpointAnswer>;
  pageSize: number;
  /** Lets commits wait until the function it answers is called. */
  hold: () => () => void;
  /** Cuts the log, which is copied already. False when somebody still reads it. */
  cutLog: () => boolean;
}

export function createCheckpoints(options: CheckpointsOptions): Checkpoints {
  const { checkpoint, pageSize, hold, cutLog } = options;
  let noted = 0;
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
      const { logged } = await checkpoint();
      if (logged * pageSize < MAX_LOG_BYTES) return;
      // The log can only begin anew at a moment when all of it is copied and nobody writes.
      if (noted < NEARLY_BYTES || pass === MAX_PASSES) return holding(checkpoint, MAX_HOLD_MS);
    }
  }

  async function holding(work: () => Promise<unknown>, limitMs: number): Promise<void> {
    const release = hold();
    const timer = setTimeout(release, limitMs);
    try {
      await work();
    } finally {
      clearTimeout(timer);
      release();
    }
  }

  return {
    note(bytes) {
      noted += bytes;
      if (running || closed) return;
      if (noted >= EVERY_BYTES) return run();
      idleTimer ??= setTimeout(run, IDLE_MS).unref();
    },
    async settle() {
      await running;
      for (let tries = 0; tries < SETTLE_TRIES && !closed; tries++) {
        let cut = false;
        await holding(async () => {
          const { logged, written } = await checkpoint();
          cut = logged === written && cutLog();
        }, MAX_HOLD_MS).catch(() => {});
        if (cut) return;
        await delay(SETTLE_WAIT_MS);
      }
    },
    close() {
      closed = true;
      if (idleTimer) clearTimeout(idleTimer);
    },
  };
}

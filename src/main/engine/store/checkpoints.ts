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
/** The writer waits no longer than this for the log to begin anew … */
const MAX_HOLD_MS = 50;
/** … unless the disk is slower than what arrives: then it waits, or the log would grow without end. */
const PRESSING_LOG_BYTES = 128 * 1024 * 1024;
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
  /** Bytes written since the last checkpoint began, and those in the log before that. */
  let noted = 0;
  let logged = 0;
  let running: Promise<void> | null = null;
  let releasePressing: (() => void) | null = null;
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
        releasePressing?.();
        releasePressing = null;
      });
  }

  async function pass(): Promise<void> {
    noted = 0;
    const wal = await checkpoint();
    // A log that is copied whole begins anew with the next write.
    const isWhole = wal.logged === wal.written && noted === 0;
    logged = isWhole ? 0 : wal.logged * pageSize;
  }

  async function catchUp(): Promise<void> {
    for (let passes = 1; !closed; passes++) {
      await pass();
      if (logged < MAX_LOG_BYTES) return;
      // The log can only begin anew at a moment when all of it is copied and nobody writes.
      if (noted < NEARLY_BYTES || passes === MAX_PASSES || releasePressing) {
        return holding(pass, MAX_HOLD_MS);
      }
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
      if (closed) return;
      if (running) {
        if (logged + noted > PRESSING_LOG_BYTES) releasePressing ??= hold();
        return;
      }
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

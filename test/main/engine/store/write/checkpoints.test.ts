import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type CheckpointsOptions,
  createCheckpoints,
} from '../../../../../src/main/engine/store/write/checkpoints.ts';

const MIB = 1024 * 1024;
const PAGE = 8192;

function start(
  checkpoint: CheckpointsOptions['checkpoint'],
  space: Partial<CheckpointsOptions['space']> = {},
) {
  const checkpoints = createCheckpoints({
    checkpoint,
    space: { pageSize: PAGE, copyLog: () => {}, cutLog: () => true, ...space },
  });
  onTestFinished(checkpoints.close);
  return checkpoints;
}

/** What the checkpointer answers about a log of so many bytes. */
const log = (bytes: number) => ({ logged: bytes / PAGE, written: bytes / PAGE });

describe('checkpoints', () => {
  it('are made after enough was written', () => {
    let made = 0;
    const checkpoints = start(async () => {
      made++;
      return log(MIB);
    });
    checkpoints.note(7 * MIB);
    expect(made).toBe(0);
    checkpoints.note(MIB);
    expect(made).toBe(1);
  });

  it('are made a moment after the last write when it was little', async () => {
    await new Promise<void>((resolve) => {
      const checkpoints = start(async () => {
        resolve();
        return log(PAGE);
      });
      checkpoints.note(1);
    });
  });

  it('leave the writer only the last bit of a long log', async () => {
    const steps: string[] = [];
    const copied = new Promise<void>((resolve) => {
      const checkpoints = start(
        async () => {
          // Much arrives while the first is made, little during the second.
          checkpoints.note(steps.length === 0 ? 5 * MIB : MIB);
          steps.push('checkpoint');
          return log(40 * MIB);
        },
        {
          copyLog() {
            steps.push('copy');
            resolve();
          },
        },
      );
      checkpoints.note(8 * MIB);
    });
    await copied;
    expect(steps).toEqual(['checkpoint', 'checkpoint', 'copy']);
  });

  it('let the writer wait only while the disk is slower than what arrives', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const checkpoints = start(() => slow.then(() => log(140 * MIB)));
    checkpoints.note(8 * MIB);
    checkpoints.note(120 * MIB);
    expect(checkpoints.whenThereIsRoom(() => 'at once')).toBe('at once');
    checkpoints.note(10 * MIB);
    const waiting = checkpoints.whenThereIsRoom(() => 'later');
    expect(waiting).toBeInstanceOf(Promise);
    finish();
    expect(await waiting).toBe('later');
    expect(checkpoints.whenThereIsRoom(() => 'at once')).toBe('at once');
  });

  it('go on after the thread failed', async () => {
    let made = 0;
    const checkpoints = start(async () => {
      if (++made === 1) throw new Error('crashed');
      return log(MIB);
    });
    checkpoints.note(8 * MIB);
    await expect
      .poll(() => {
        checkpoints.note(8 * MIB);
        return made;
      })
      .toBeGreaterThan(1);
  });

  it('cut the log when nobody reads it any more', async () => {
    const cuts = [false, false, true];
    let made = 0;
    const checkpoints = start(
      async () => {
        made++;
        return log(MIB);
      },
      { cutLog: () => cuts.shift() ?? true },
    );
    await checkpoints.settle();
    expect(cuts).toEqual([]);
    expect(made).toBe(3);
  });
});

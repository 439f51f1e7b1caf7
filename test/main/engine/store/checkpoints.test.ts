import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type CheckpointsOptions,
  createCheckpoints,
} from '../../../../src/main/engine/store/checkpoints.ts';

const MIB = 1024 * 1024;
const PAGE = 8192;

function start(parts: Partial<CheckpointsOptions> & Pick<CheckpointsOptions, 'checkpoint'>) {
  const checkpoints = createCheckpoints({
    pageSize: PAGE,
    hold: () => () => {},
    cutLog: () => true,
    ...parts,
  });
  onTestFinished(checkpoints.close);
  return checkpoints;
}

describe('checkpoints', () => {
  it('are made after enough was written', async () => {
    let made = 0;
    const checkpoints = start({
      checkpoint: async () => {
        made++;
        return { logged: 10, written: 10 };
      },
    });
    checkpoints.note(7 * MIB);
    expect(made).toBe(0);
    checkpoints.note(MIB);
    expect(made).toBe(1);
  });

  it('are made a moment after the last write when it was little', async () => {
    await new Promise<void>((resolve) => {
      const checkpoints = start({
        checkpoint: async () => {
          resolve();
          return { logged: 1, written: 1 };
        },
      });
      checkpoints.note(1);
    });
  });

  it('hold the writer only for the last bit of a long log', async () => {
    const steps: string[] = [];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const checkpoints = start({
      checkpoint: async () => {
        steps.push('checkpoint');
        // Somebody writes while the first one is made.
        if (steps.length === 1) checkpoints.note(1);
        return { logged: (40 * MIB) / PAGE, written: (40 * MIB) / PAGE };
      },
      hold: () => {
        steps.push('hold');
        return () => {
          steps.push('release');
          release();
        };
      },
    });
    checkpoints.note(8 * MIB);
    await released;
    expect(steps).toEqual(['checkpoint', 'hold', 'checkpoint', 'release']);
  });

  it('make the writer wait while the disk is slower than what arrives', async () => {
    let held = 0;
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const checkpoints = start({
      checkpoint: async () => {
        await slow;
        return { logged: (140 * MIB) / PAGE, written: (140 * MIB) / PAGE };
      },
      hold: () => {
        held++;
        return () => {
          held--;
        };
      },
    });
    checkpoints.note(8 * MIB);
    checkpoints.note(120 * MIB);
    expect(held).toBe(0);
    checkpoints.note(10 * MIB);
    expect(held).toBe(1);
    finish();
    await expect.poll(() => held).toBe(0);
  });

  it('release the writer when the thread fails', async () => {
    let held = 0;
    let asked = 0;
    const checkpoints = start({
      checkpoint: async () => {
        if (++asked > 1) throw new Error('crashed');
        return { logged: (40 * MIB) / PAGE, written: 0 };
      },
      hold: () => {
        held++;
        return () => {
          held--;
        };
      },
    });
    checkpoints.note(8 * MIB);
    await expect.poll(() => asked).toBe(2);
    await expect.poll(() => held).toBe(0);
  });
});

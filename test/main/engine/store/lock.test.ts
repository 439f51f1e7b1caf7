import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../../../src/main/engine/store/lock.ts';
import { tempDir } from '../../../support/temp-dir.ts';

describe('the lock of a data folder', () => {
  it('makes the folder, for its owner only', () => {
    const dataDir = join(tempDir(), 'new', 'folder');
    const release = lockDataFolder(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    release();
  });

  it('is given once at a time, and says what to do', () => {
    const dataDir = tempDir();
    const release = lockDataFolder(dataDir);
    const lockAgain = () => lockDataFolder(dataDir);
    expect(lockAgain).toThrow(expect.objectContaining({ code: 'data-folder-in-use' }));
    expect(lockAgain).toThrow('--data-dir');
    release();
    release();
    lockAgain()();
  });

  it('does not concern other folders', () => {
    const release = lockDataFolder(tempDir());
    lockDataFolder(tempDir())();
    release();
  });

  it('says when the folder cannot be made', () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(() => lockDataFolder(join(file, 'data'))).toThrow(
      expect.objectContaining({ code: 'store-unavailable' }),
    );
  });
});

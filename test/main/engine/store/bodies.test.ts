import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  adoptBody,
  bodyPath,
  prepareBodyFolders,
  removeBodies,
  sweepBodies,
} from '../../../../src/main/engine/store/bodies.ts';
import { formatId } from '../../../../src/main/engine/store/ids.ts';
import { storePaths } from '../../../../src/main/engine/store/paths.ts';
import { tempDir } from '../../../support/temp-dir.ts';

function open(paths = storePaths(tempDir())) {
  prepareBodyFolders(paths);
  return paths;
}

describe('the body files', () => {
  it('are in a folder for the owner only', () => {
    const paths = open();
    for (const folder of [paths.bodies, paths.incoming]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  it('are taken over under the id of their delivery, and removed by it', async () => {
    const paths = open();
    const received = join(paths.incoming, 'a');
    writeFileSync(received, 'bytes');
    expect(adoptBody(paths, 7, received)).toBe(bodyPath(paths, 7));
    expect(existsSync(received)).toBe(false);
    expect(existsSync(bodyPath(paths, 7))).toBe(true);
    await removeBodies(paths, [7, 8]);
    expect(existsSync(bodyPath(paths, 7))).toBe(false);
  });

  it('that were half received at the last stop are not taken for new ones', async () => {
    const paths = open();
    writeFileSync(join(paths.incoming, 'half'), '');
    open(paths);
    writeFileSync(join(paths.incoming, 'half again'), '');
    open(paths);
    expect(readdirSync(paths.incoming)).toEqual([]);
    await sweepBodies(paths, 0, () => true);
    expect(readdirSync(paths.bodies)).toEqual(['incoming']);
  });

  it('without a delivery are swept up, but not what is just being stored', async () => {
    const paths = open();
    const place = (id: number) => writeFileSync(bodyPath(paths, id), '');
    for (const id of [1, 2, 3, 11]) place(id);
    for (let id = 100; id < 350; id++) place(id);
    writeFileSync(join(paths.bodies, 'notes.txt'), 'not ours');
    mkdirSync(join(paths.bodies, 'folder'));
    await sweepBodies(paths, 10, (id) => id === 2);
    const names = readdirSync(paths.bodies);
    for (const id of [2, 11, 100, 349]) expect(names).toContain(`${formatId('dlv', id)}.bin`);
    for (const id of [1, 3]) expect(names).not.toContain(`${formatId('dlv', id)}.bin`);
    expect(names).toContain('notes.txt');
    expect(names).toContain('folder');
  });
});

// Earlier secrets of an endpoint: the last three, for thirty days, sealed like the others.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFormerSecrets } from '../../../../src/main/engine/endpoints/former-secrets.ts';
import { type Cipher, openVault } from '../../../../src/main/engine/secrets/vault.ts';
import { openTable } from '../../../support/tables.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const DAY_MS = 86_400_000;
const reversed = (text: string) => [...text].reverse().join('');
const CIPHER: Cipher = { seal: reversed, open: reversed };

function setup() {
  const dir = tempDir();
  const table = openTable('settings');
  const vault = openVault(dir, CIPHER, () => {});
  const clock = { now: Date.parse('2026-11-22T12:00:00Z') };
  const open = () => createFormerSecrets({ table, vault, now: () => new Date(clock.now) });
  const info = (id: string) => {
    vault.put(id, `value of ${id}`);
    return { id, label: `label ${id}`, lastFour: '', source: 'stored' as const };
  };
  return { open, vault, clock, info, file: () => readFileSync(join(dir, 'secrets.json'), 'utf8') };
}

const labels = (secrets: readonly { label: string }[]) => secrets.map(({ label }) => label);

it('are kept with their values, sealed, also over a restart', () => {
  const { open, info, file } = setup();
  open().keep('ep', [info('a')]);
  const again = open();
  expect(again.of('ep')).toEqual([{ label: 'label a', value: 'value of a' }]);
  expect(again.of('other')).toEqual([]);
  expect(file()).toContain(reversed('value of a'));
  expect(file()).not.toContain('value of a');
});

it('are the last three of each endpoint; what came before is gone from the file', () => {
  const { open, info, vault } = setup();
  const former = open();
  former.keep('other', [info('o')]);
  for (const id of ['a', 'b', 'c', 'd']) former.keep('ep', [info(id)]);
  expect(labels(former.of('ep'))).toEqual(['label d', 'label c', 'label b']);
  expect(vault.reveal('a')).toEqual({ kind: 'missing' });
  former.keep('ep', ['e', 'f', 'g', 'h'].map(info));
  expect(labels(former.of('ep'))).toEqual(['label e', 'label f', 'label g']);
  for (const id of ['b', 'c', 'd', 'h']) expect(vault.reveal(id)).toEqual({ kind: 'missing' });
  expect(labels(former.of('other'))).toEqual(['label o']);
});

it('go after thirty days, and at once with their endpoint', () => {
  const { open, info, vault, clock } = setup();
  const former = open();
  former.keep('ep', [info('a')]);
  clock.now += 20 * DAY_MS;
  former.keep('ep', [info('b')]);
  clock.now += 11 * DAY_MS;
  expect(labels(former.of('ep'))).toEqual(['label b']);
  expect(vault.reveal('a')).toEqual({ kind: 'missing' });
  former.forget('ep');
  expect(former.of('ep')).toEqual([]);
  expect(vault.reveal('b')).toEqual({ kind: 'missing' });
});

// The file of secrets: private, whole, and never overwritten when it cannot be read.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cipher, openVault } from '../../../../src/main/engine/secrets/vault.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const ignore = () => {};
const reversing: Cipher = {
  seal: (value) => [...value].reverse().join(''),
  open: (sealed) => [...sealed].reverse().join(''),
};

describe('the vault', () => {
  it('keeps values over a restart in a file that only its owner can read', () => {
    const dir = tempDir();
    openVault(dir, null, ignore).put('a', 'whsec_1');
    expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(openVault(dir, null, ignore).reveal('a')).toEqual({ kind: 'value', value: 'whsec_1' });
  });

  it('writes sealed values only, where there is a keychain', () => {
    const dir = tempDir();
    openVault(dir, reversing, ignore).put('a', 'whsec_1');
    expect(readFileSync(join(dir, 'secrets.json'), 'utf8')).not.toContain('whsec_1');
    expect(openVault(dir, reversing, ignore).reveal('a')).toEqual({
      kind: 'value',
      value: 'whsec_1',
    });
  });

  it('says locked where the keychain that sealed it is not there', () => {
    const dir = tempDir();
    openVault(dir, reversing, ignore).put('a', 'x');
    expect(openVault(dir, null, ignore).reveal('a')).toEqual({ kind: 'locked' });
    const failing: Cipher = {
      ...reversing,
      open: () => {
        throw new Error('no key');
      },
    };
    expect(openVault(dir, failing, ignore).reveal('a')).toEqual({ kind: 'locked' });
  });

  it('forgets what is removed', () => {
    const dir = tempDir();
    const vault = openVault(dir, null, ignore);
    vault.put('a', 'x');
    vault.remove(['a']);
    expect(openVault(dir, null, ignore).reveal('a')).toEqual({ kind: 'missing' });
  });

  it('sets a file it cannot understand aside, and says where', () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'secrets.json'), '{"version":1,"secrets":{"a":');
    let said = '';
    const vault = openVault(dir, null, (message) => {
      said = message;
    });
    vault.put('b', 'y');
    const kept = readdirSync(dir).find((name) => name.includes('damaged'));
    expect(said).toContain(kept);
    expect(readFileSync(join(dir, kept!), 'utf8')).toBe('{"version":1,"secrets":{"a":');
  });
});

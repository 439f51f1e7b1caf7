// Where signing secrets live: one file in the data folder, mode 0600, never the database. A host
// with a keychain passes a Cipher, so that the file holds only what that keychain can open.

import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Seals values with a key that the operating system keeps. */
export interface Cipher {
  seal(value: string): string;
  /** Throws when this keychain did not seal it. */
  open(sealed: string): string;
}

export type Revealed = { kind: 'value'; value: string } | { kind: 'locked' } | { kind: 'missing' };

export interface Vault {
  /** True when values are sealed by a keychain; false: readable by whoever reads the file. */
  sealed: boolean;
  put(id: string, value: string): void;
  reveal(id: string): Revealed;
  remove(ids: readonly string[]): void;
}

const entrySchema = z.strictObject({ sealed: z.boolean(), value: z.string() });
const fileSchema = z.strictObject({
  version: z.literal(1),
  secrets: z.record(z.string(), entrySchema),
});
type VaultFile = z.infer<typeof fileSchema>;

/**
 * Opens `<dataDir>/secrets.json`, which need not exist. A file that cannot be understood is set
 * aside under a new name, and `onSetAside` is told in words; it is never overwritten.
 */
export function openVault(
  dataDir: string,
  cipher: Cipher | null,
  onSetAside: (message: string) => void,
): Vault {
  const path = join(dataDir, 'secrets.json');
  const entries = new Map(Object.entries(readVault(path, onSetAside).secrets));

  const save = () => writeVault(path, { version: 1, secrets: Object.fromEntries(entries) });

  return {
    sealed: cipher !== null,
    put(id, value) {
      entries.set(
        id,
        cipher ? { sealed: true, value: cipher.seal(value) } : { sealed: false, value },
      );
      save();
    },
    reveal(id) {
      const entry = entries.get(id);
      if (!entry) return { kind: 'missing' };
      if (!entry.sealed) return { kind: 'value', value: entry.value };
      try {
        return cipher ? { kind: 'value', value: cipher.open(entry.value) } : { kind: 'locked' };
      } catch {
        return { kind: 'locked' };
      }
    },
    remove(ids) {
      if (ids.length === 0) return;
      for (const id of ids) entries.delete(id);
      save();
    },
  };
}

function readVault(path: string, onSetAside: (message: string) => void): VaultFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { version: 1, secrets: {} };
    throw error;
  }
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    const aside = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    renameSync(path, aside);
    onSetAside(
      `The file of signing secrets could not be read and was kept as ${aside}. Enter the secrets again.`,
    );
    return { version: 1, secrets: {} };
  }
}

/** Written whole under another name and then renamed: a crash leaves the old file or the new one. */
function writeVault(path: string, file: VaultFile): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, JSON.stringify(file, null, 2), { mode: 0o600 });
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}

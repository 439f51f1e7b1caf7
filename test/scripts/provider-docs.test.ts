// The document on providers says what the code does.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withProviders } from '../../scripts/lib/provider-docs.mjs';
import { providerInfos } from '../../src/main/engine/verify/infos.ts';
import { PROVIDERS } from '../../src/main/engine/verify/providers.ts';
import { VECTORS } from '../main/engine/verify/vectors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const document = read('docs/providers.md');
const infos = providerInfos();

describe('docs/providers.md', () => {
  it('is up to date; `npm run docs:providers` makes it so', () => {
    expect(withProviders(document, infos, PROVIDERS, VECTORS, read)).toBe(document);
  });

  it('has every provider in a row of as many cells, with where its signature is', () => {
    const rows = document.split('\n').filter((line) => /^\| .* \| `[^`]+` \| /.test(line));
    expect(rows).toHaveLength(infos.length);
    for (const row of rows) {
      const cells = row.split(/(?<!\\)\|/).slice(1, -1);
      expect(cells, row).toHaveLength(7);
      expect(row).not.toContain('undefined');
    }
  });

  it('shows a real entry with a real vector', () => {
    expect(document).toContain("export const line: ProviderEntry = {\n  id: 'line',");
    expect(document).toMatch(/```ts\n\{\n {2}provider: 'line',[^`]*\n\},\n```/);
  });

  it('refuses a document that lost a mark', () => {
    const lost = document.replace('<!-- table:end -->', '');
    expect(() => withProviders(lost, infos, PROVIDERS, VECTORS, read)).toThrow(
      '<!-- table:end -->',
    );
  });
});

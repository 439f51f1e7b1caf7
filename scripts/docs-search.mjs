// `npm run docs:search`: writes the table of fields in docs/search.md anew, from the parser's own.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { root } from './lib/project.mjs';
import { withFields } from './lib/search-docs.mjs';

const path = join(root, 'docs/search.md');
// Inside the checkout, so that what is bundled finds its packages.
const folder = mkdtempSync(join(root, 'node_modules', '.docs-search-'));
try {
  const fields = pathToFileURL(join(root, 'src/shared/query/fields.ts'));
  await bundle({ fields }, pathToFileURL(`${folder}/`));
  const { queryFields } = await import(pathToFileURL(join(folder, 'fields.mjs')).href);
  writeFileSync(path, withFields(readFileSync(path, 'utf8'), queryFields));
} finally {
  rmSync(folder, { recursive: true });
}

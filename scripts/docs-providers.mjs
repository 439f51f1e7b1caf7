// `npm run docs:providers`: writes the generated parts of docs/providers.md anew, from the providers' data.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { root } from './lib/project.mjs';
import { withProviders } from './lib/provider-docs.mjs';

const path = join(root, 'docs/providers.md');
// Inside the checkout, so that what is bundled finds its packages.
const folder = mkdtempSync(join(root, 'node_modules', '.docs-providers-'));
try {
  const sources = pathToFileURL(join(root, 'src/main/engine/verify/'));
  const entries = {
    infos: new URL('infos.ts', `${sources}/`),
    providers: new URL('providers.ts', `${sources}/`),
    vectors: pathToFileURL(join(root, 'test/main/engine/verify/vectors.ts')),
  };
  await bundle(entries, pathToFileURL(`${folder}/`));
  const { providerInfos } = await import(pathToFileURL(join(folder, 'infos.mjs')).href);
  const { PROVIDERS } = await import(pathToFileURL(join(folder, 'providers.mjs')).href);
  const { VECTORS } = await import(pathToFileURL(join(folder, 'vectors.mjs')).href);
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const document = readFileSync(path, 'utf8');
  writeFileSync(path, withProviders(document, providerInfos(), PROVIDERS, VECTORS, read));
} finally {
  rmSync(folder, { recursive: true });
}

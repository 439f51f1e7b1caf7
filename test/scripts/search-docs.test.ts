// docs/search.md against the language that it describes.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withFields } from '../../scripts/lib/search-docs.mjs';
import { queryFields } from '../../src/shared/query/fields.ts';
import { parseQuery } from '../../src/shared/query/parse.ts';

const document = readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8');

describe('the document of the filter language', () => {
  it('has the table of all fields; `npm run docs:search` makes it so', () => {
    expect(withFields(document, queryFields)).toBe(document);
  });

  it('shows filters only that are filters', () => {
    const [examples = ''] = document.split('## Fields');
    const shown = [...examples.matchAll(/^\| (`.*`) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, filter = '']) => filter),
    );
    expect(shown.length).toBeGreaterThan(8);
    for (const filter of shown) expect(parseQuery(filter), filter).toMatchObject({ ok: true });
  });

  it('shows the mistake as it is told', () => {
    const result = parseQuery('is:pined');
    if (result.ok) throw new Error('is:pined is a filter');
    expect(document).toContain(JSON.stringify(result.error.message).slice(1, -1));
  });
});

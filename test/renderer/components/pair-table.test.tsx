// The two tables of names and values, headers and form fields, as they are drawn.

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TooltipProvider } from '../../../src/renderer/components/Tooltip.tsx';
import { HeaderTable } from '../../../src/renderer/screens/delivery/HeaderTable.tsx';
import { FieldTable } from '../../../src/renderer/viewers/FieldTable.tsx';

/** The text of every row of the body, and the names of its buttons in brackets. */
function rowsOf(table: ReactElement): string[] {
  const html = renderToStaticMarkup(<TooltipProvider>{table}</TooltipProvider>);
  const [, body = ''] = /<tbody>(.*)<\/tbody>/s.exec(html) ?? [];
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      row
        .replace(/<button[^>]*aria-label="([^"]*)".*?<\/button>/g, '[$1]')
        .replace(/<\/t[hd]>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .trim(),
    );
}

describe('a table of names and values', () => {
  it('lists headers as they came, and what they are for, each to be copied', () => {
    const headers: [string, string][] = [
      ['Stripe-Signature', 't=1'],
      ['X-Tag', 'one'],
      ['x-tag', ''],
    ];
    const mark = ([name]: [string, string]) =>
      name.startsWith('Stripe') ? { word: 'Signature', text: 'A proof.', check: null } : null;
    expect(rowsOf(<HeaderTable label="Headers" headers={headers} mark={mark} />)).toEqual([
      'Stripe-SignatureSignature t=1A proof. [Copy Stripe-Signature]',
      'X-Tag one [Copy X-Tag]',
      'x-tag  [Copy x-tag]',
    ]);
  });

  it('lists form fields, and says what is empty and what is odd', () => {
    const fields = [
      { key: 0, name: 'note', value: 'a&b', note: null },
      { key: 1, name: '', value: '', note: null },
      { key: 2, name: 'photo', value: '', note: 'File cat.png' },
    ];
    const facts = { receivedAt: null, onCopyError: () => {} };
    expect(rowsOf(<FieldTable label="Fields" fields={fields} facts={facts} />)).toEqual([
      'note a&amp;b [Copy note]',
      '(no name) (empty)',
      'photo File cat.png',
    ]);
  });
});

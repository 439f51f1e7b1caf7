// A marked place stays inside the document, whatever is asked for.

import { describe, expect, it } from 'vitest';
import { documentOfText } from '../../../../src/renderer/viewers/code/code-document.ts';
import { placeIn } from '../../../../src/renderer/viewers/code/place-mark.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

describe('placeIn', () => {
  it('is the offset, moved behind the cuts before it', () => {
    const document = runAtOnce(documentOfText(`ab\n${'x'.repeat(4500)}`));
    expect([0, 4, 2002, 2003].map((at) => placeIn(document, at))).toEqual([0, 4, 2002, 2004]);
  });

  it('stays inside the document', () => {
    const document = runAtOnce(documentOfText('abc'));
    expect([placeIn(document, -5), placeIn(document, 99)]).toEqual([0, 3]);
  });
});

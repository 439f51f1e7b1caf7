// A marked place stays inside the document, whatever is asked for.

import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { positionOf } from '../../../../src/renderer/viewers/code/place-mark.ts';

const state = EditorState.create({ doc: 'abc\nde' });

describe('positionOf', () => {
  it('counts lines and columns from 1', () => {
    expect(positionOf(state, { line: 2, column: 2 })).toBe(5);
  });

  it('stays inside the document', () => {
    expect(positionOf(state, { line: 9, column: 9 })).toBe(6);
    expect(positionOf(state, { line: 1, column: 9 })).toBe(3);
    expect(positionOf(state, { line: -1, column: -1 })).toBe(0);
  });
});

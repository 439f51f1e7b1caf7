// Words for deliveries that were brought in.

import { expect, it } from 'vitest';
import {
  answerStatement,
  answerTime,
} from '../../../../src/renderer/screens/delivery/answer-words.ts';
import { importedWords } from '../../../../src/renderer/screens/delivery/imported-words.ts';
import type { Imported } from '../../../../src/shared/model.ts';
import { delivery } from './fixtures.ts';

const imported: Imported = {
  ...{ format: 'har', at: '2026-03-04T05:06:07.089Z', id: null, verdict: null },
};

it('says from where it came, and what was found of its signature there', () => {
  expect(importedWords(imported)).toMatch(/^from a HAR file, 2026-03-0/);
  expect(
    importedWords({
      ...imported,
      format: 'hookglass',
      verdict: { status: 'failed', reason: null },
    }),
  ).toMatch(/^from another Hookglass, .*; there its signature failed$/);
});

it('does not promise an answer that will not come', () => {
  const waiting = delivery({
    imported,
    response: { status: null, source: null },
    durationMs: null,
    timing: { bodyMs: null, verifiedMs: 0, committedMs: null, answeredMs: null },
    attempts: [],
  });
  expect(answerStatement(waiting, null).text).toBe('It was imported, so nobody was answered.');
  expect(answerTime(waiting, null)).toBe('not answered');
});

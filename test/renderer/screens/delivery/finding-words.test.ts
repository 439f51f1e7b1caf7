// Which finding leads, and what the pane offers to do about it.

import { expect, it } from 'vitest';
import {
  findingStep,
  furtherFindings,
  headlineOf,
  leadingFinding,
  leadingFindings,
  listOf,
  proofLabel,
  ruledOut,
  sideName,
} from '../../../../src/renderer/screens/delivery/finding-words.ts';
import type { Finding } from '../../../../src/shared/model.ts';

const finding = (cause: Finding['cause'], more: Partial<Finding> = {}): Finding => ({
  ...{ cause, message: 'm.', proof: 'p.', fix: 'f.', side: 'here' },
  ...more,
});

it('leads with what is most certain, and never with what was ruled out', () => {
  const [newline, spaces, unknown] = (
    ['body-trailing-newline', 'secret-whitespace', 'unknown'] as const
  ).map((cause) => finding(cause));
  const several = { findings: [newline!, { ...spaces!, proof: 'Another.' }] };
  expect(leadingFinding(several)).toBe(newline);
  expect(furtherFindings(several)).toEqual(several.findings.slice(1));
  expect(ruledOut(several)).toBeNull();
  const none = { findings: [unknown!] };
  expect(leadingFinding(none)).toBeNull();
  expect(furtherFindings(none)).toEqual([]);
  expect(ruledOut(none)).toBe(unknown);
  expect(leadingFinding({ findings: [] })).toBeNull();
});

it('leads with two that only explain it together, in one headline', () => {
  const secret = finding('secret-whitespace', { message: 'There is a space around it.' });
  const body = finding('body-bom', { message: 'The body gained a byte order mark.' });
  const late = finding('timestamp-stale', { proof: 'It is old.' });
  const verdict = { findings: [secret, body, late] };
  expect(leadingFindings(verdict)).toEqual([secret, body]);
  expect(furtherFindings(verdict)).toEqual([late]);
  expect(headlineOf([secret, body])).toBe(
    'There is a space around it, and the body gained a byte order mark',
  );
  expect(leadingFindings({ findings: [] })).toEqual([]);
});

it('reads what was ruled out as a list', () => {
  expect(listOf('Ruled out, by trying: a, b or c; the BOM; d. No time was left.')).toEqual({
    lead: 'Ruled out, by trying',
    items: ['a, b or c', 'the BOM', 'd'],
    rest: 'No time was left.',
  });
  const plain = 'The body is larger than 5 MB, so nothing was tried.';
  expect(listOf(plain)).toEqual({ lead: plain, items: [], rest: '' });
});

it('calls a proof what was matched, and not what was only seen', () => {
  expect(proofLabel('body-bom')).toBe('Proof');
  expect(proofLabel('secret-kind')).toBe('Evidence');
});

it('names the sender, the way, and the endpoint', () => {
  const names = (['sender', 'between', 'here'] as const).map((side) => sideName(side, 'Square'));
  expect(names).toEqual(['Square', 'On the way', 'This endpoint']);
});

it('offers what is suggested, and else the settings where they can mend it', () => {
  const url = { kind: 'public-url', url: 'https://a.example' } as const;
  expect(findingStep(finding('url-variant', { suggestion: url }))).toBe('fix');
  expect(findingStep(finding('url-variant'))).toBeNull();
  const tolerance = { kind: 'tolerance', seconds: 3600 } as const;
  const late = finding('timestamp-stale', { side: 'between', suggestion: tolerance });
  expect(findingStep(late)).toBe('allow');
  expect(findingStep(finding('secret-kind'))).toBe('check-secret');
  expect(findingStep(finding('secret-encoding', { side: 'sender' }))).toBeNull();
  expect(findingStep(finding('settings-changed'))).toBeNull();
  expect(findingStep(finding('body-bom', { side: 'between' }))).toBeNull();
});

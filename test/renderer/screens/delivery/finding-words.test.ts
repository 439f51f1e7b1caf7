// Which finding leads, and what the pane offers to do about it.

import { describe, expect, it } from 'vitest';
import {
  findingStep,
  furtherFindings,
  leadingFinding,
  listOf,
  proofLabel,
  publicUrlToUse,
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
  const several = { findings: [newline!, spaces!] };
  expect(leadingFinding(several)).toBe(newline);
  expect(furtherFindings(several)).toEqual([spaces]);
  expect(ruledOut(several)).toBeNull();
  const none = { findings: [unknown!] };
  expect(leadingFinding(none)).toBeNull();
  expect(furtherFindings(none)).toEqual([]);
  expect(ruledOut(none)).toBe(unknown);
  expect(leadingFinding({ findings: [] })).toBeNull();
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

it('offers the settings where they can mend it', () => {
  expect(findingStep(finding('secret-whitespace'))).toBe('check-secret');
  expect(findingStep(finding('secret-encoding', { side: 'sender' }))).toBeNull();
  expect(findingStep(finding('settings-changed'))).toBeNull();
  expect(findingStep(finding('body-bom', { side: 'between' }))).toBeNull();
  expect(findingStep(finding('url-variant', { side: 'sender' }))).toBe('use-url');
  expect(findingStep(finding('other-provider'))).toBe('change-provider');
});

describe('the public URL to use', () => {
  it.each<[string, string, string, string | null]>([
    ['with the URL "http://a.example/sq".', '/sq', '/sq', 'http://a.example/sq'],
    ['with the URL "https://a.example/in/x".', '/sq/x', '/sq', 'https://a.example/in'],
    ['with the URL “https://a.example:443/sq?a=1”.', '/sq?a=1', '/sq', 'https://a.example:443/sq'],
    ['with the URL https://a.example/sq/.', '/sq', '/sq', 'https://a.example/sq/'],
    ['with the URL "https://a.example/x".', '/x', '/', 'https://a.example'],
    ['with the URL "https://a.example/sq?a=1 2".', '/sq?a=1%202', '/sq', null],
    ['with the URL "https://a.example/other".', '/sq/x', '/sq', null],
    ['with another URL.', '/sq', '/sq', null],
  ])('%s of a request for %s on %s is %s', (proof, target, path, url) => {
    expect(publicUrlToUse({ proof }, target, path)).toBe(url);
  });
});

// A verdict as the command line tells it to people.

import { assertNever } from '../../shared/assert-never.ts';
import type { Excerpt, Finding, Suggestion, Verdict } from '../../shared/model.ts';
import { printable } from './printable.ts';

const LONGEST_LINE = 2000;
const LIKENESS = /It looks like [^:.]+: .*$/s;
const SIDES: Record<Finding['side'], string> = {
  sender: 'at the sender',
  between: 'on the way',
  here: 'here',
};

/** Several lines, the verdict first. */
export function verdictWords(providerName: string, verdict: Verdict): string {
  const { status, reason, scheme, hint, checks, findings, warnings } = verdict;
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  const lines = [
    `${status}${reason === null ? '' : ` (${reason})`}: ${providerName}${scheme === null ? '' : `, ${scheme}`}`,
    ...checks.map(({ name, ok, detail }) => `  ${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${detail}`),
  ];
  // What was found says more than the hint, but for who else may have sent it.
  const alone = findings.length === 0 ? hint : (LIKENESS.exec(hint ?? '')?.[0] ?? null);
  if (alone !== null) lines.push('', alone);
  for (const finding of findings) lines.push('', ...findingLines(finding));
  if (reason === 'no-secret') lines.push('', 'Give it with --secret, or in HOOKGLASS_SECRET.');
  if (warnings.length > 0) lines.push('', ...warnings.map((warning) => `Note: ${warning}`));
  return lines.map((line) => `${printable(line, LONGEST_LINE)}\n`).join('');
}

function findingLines({ cause, message, proof, fix, side, excerpt, suggestion }: Finding) {
  return [
    `${cause}: ${message}`,
    `  Proof  ${proof}`,
    ...(excerpt === undefined ? [] : [`  Bytes  ${excerptWords(excerpt)}`]),
    `  Fix    ${SIDES[side]}: ${fix}`,
    ...optionsOf(suggestion).map((words) => `  Try    ${words}`),
  ];
}

/** `at 17, behind "…Z"}}": 0a came and was not signed`. */
function excerptWords({ at, before, added, removed, more }: Excerpt): string {
  const changes = [
    ...(removed === '' ? [] : [`${spaced(removed)} was signed and did not come`]),
    ...(added === '' ? [] : [`${spaced(added)} came and was not signed`]),
  ];
  const behind = before === '' ? '' : `, behind ${JSON.stringify(before)}`;
  return `at ${at}${behind}: ${changes.join(', ')}${more ? '; and more' : ''}`;
}

const spaced = (hex: string) => hex.replace(/..(?=.)/g, '$& ');

/** What to give on the command line in place of what was given; a secret is never spelled out. */
function optionsOf(suggestion: Suggestion | undefined): string[] {
  if (suggestion === undefined) return [];
  switch (suggestion.kind) {
    case 'public-url':
      return [`--url ${suggestion.url}`];
    case 'tolerance':
      return [`--tolerance ${suggestion.seconds}`];
    case 'provider':
      return [`--provider ${suggestion.provider}`];
    case 'option':
      return [`--option ${suggestion.option}=${suggestion.value}`];
    case 'mend-secret':
    case 'restore-secret':
      return [];
    default:
      return assertNever(suggestion);
  }
}

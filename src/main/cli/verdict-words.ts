// A verdict as the command line tells it to people.

import type { Finding, Verdict } from '../../shared/model.ts';
import { printable } from './printable.ts';

const LONGEST_LINE = 2000;
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
  // The first finding says it all, and its hint would say it again.
  const isSaid = findings[0] !== undefined && hint?.startsWith(findings[0].message);
  if (hint !== null && !isSaid) lines.push('', hint);
  for (const { cause, message, proof, fix, side } of findings) {
    lines.push('', `${cause}: ${message}`, `  Proof  ${proof}`, `  Fix    ${SIDES[side]}: ${fix}`);
  }
  if (warnings.length > 0) lines.push('', ...warnings.map((warning) => `Note: ${warning}`));
  return lines.map((line) => `${printable(line, LONGEST_LINE)}\n`).join('');
}

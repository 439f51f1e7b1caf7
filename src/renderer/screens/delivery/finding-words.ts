// What the doctor found, for the pane: which finding leads, what stands over its proof, and what can be
// done about it from here.

import type { Finding, FindingCause, Verdict } from '../../../shared/model.ts';

/** Where something is to be mended, in the order in which a delivery passes. */
export const SIDES: readonly Finding['side'][] = ['sender', 'between', 'here'];

export function sideName(side: Finding['side'], sender: string): string {
  if (side === 'sender') return sender;
  return side === 'between' ? 'On the way' : 'This endpoint';
}

/** The picture of the way, for who does not see it. */
export function sideSentence(side: Finding['side'], sender: string): string {
  if (side === 'sender') return `To be mended at ${sender}.`;
  return side === 'between'
    ? `To be mended on the way from ${sender} to here.`
    : 'To be mended in the settings of this endpoint.';
}

/** What explains the verdict best; null when nothing does. */
export function leadingFinding({ findings }: Pick<Verdict, 'findings'>): Finding | null {
  const [first] = findings;
  return first === undefined || first.cause === 'unknown' ? null : first;
}

/** What was tried without success; null when something was found, or nothing was tried. */
export function ruledOut({ findings }: Pick<Verdict, 'findings'>): Finding | null {
  return findings.find(({ cause }) => cause === 'unknown') ?? null;
}

/** `Ruled out, by trying: a; b; c.` as what it says first and the list; the list is empty for other texts. */
export function listOf(proof: string): { lead: string; items: string[]; rest: string } {
  const [, lead = '', list = '', rest = ''] =
    /^([^:.;]{1,40}): ([^.]+)\.\s*(.*)$/s.exec(proof) ?? [];
  const items = list.split('; ');
  return items.length < 2 ? { lead: proof, items: [], rest: '' } : { lead, items, rest };
}

/** The first, with those that explain it only together with it: they have one proof. */
export function leadingFindings(verdict: Pick<Verdict, 'findings'>): Finding[] {
  const first = leadingFinding(verdict);
  return first === null ? [] : verdict.findings.filter(({ proof }) => proof === first.proof);
}

/** The other things that would explain it, in their order. */
export function furtherFindings(verdict: Pick<Verdict, 'findings'>): Finding[] {
  const leading = leadingFindings(verdict);
  return verdict.findings.filter(
    (finding) => finding.cause !== 'unknown' && !leading.includes(finding),
  );
}

/** What is wrong, as a headline. */
export function headlineOf(findings: readonly Finding[]): string {
  const [first = '', ...others] = findings.map(({ message }) => message.replace(/\.$/, ''));
  return [first, ...others.map((text) => text.charAt(0).toLowerCase() + text.slice(1))].join(
    ', and ',
  );
}

/** Told by what is in the request, or by the form of a secret: no signature was matched. */
const SEEN: ReadonlySet<FindingCause> = new Set<FindingCause>([
  'secret-kind',
  'secret-mode',
  'header-missing',
  'timestamp-missing',
  'timestamp-stale',
  'timestamp-future',
]);

/** What stands over a finding's proof. */
export function proofLabel(cause: FindingCause): string {
  return SEEN.has(cause) ? 'Evidence' : 'Proof';
}

/**
 * What could be done about it here; the pane offers a button. `fix` follows the suggestion; `allow`
 * does, too, but something else is likelier.
 */
export function findingStep({
  cause,
  side,
  suggestion,
}: Finding): 'check-secret' | 'fix' | 'allow' | null {
  if (suggestion !== undefined) return suggestion.kind === 'tolerance' ? 'allow' : 'fix';
  if (side !== 'here' || cause === 'settings-changed') return null;
  return cause.startsWith('secret-') ? 'check-secret' : null;
}

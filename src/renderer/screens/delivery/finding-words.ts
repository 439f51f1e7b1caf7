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

/** The other things that would explain it, in their order. */
export function furtherFindings({ findings }: Pick<Verdict, 'findings'>): Finding[] {
  return findings.slice(1).filter(({ cause }) => cause !== 'unknown');
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

/** What the endpoint's settings could do about it; the pane offers a button. */
export function findingStep({
  cause,
  side,
}: Finding): 'check-secret' | 'use-url' | 'change-provider' | null {
  if (cause === 'url-variant') return 'use-url';
  if (cause === 'other-provider') return 'change-provider';
  if (side !== 'here' || cause === 'settings-changed') return null;
  return cause.startsWith('secret-') ? 'check-secret' : null;
}

const URL_IN_WORDS = /https?:\/\/[^\s"“”]+/;

/**
 * What to set as the endpoint's public URL so that the URL named in a finding is the one that was
 * called; null when no setting would lead there, such as for a query that was written in another way.
 */
export function publicUrlToUse(
  { proof }: Pick<Finding, 'proof'>,
  target: string,
  endpointPath: string,
): string | null {
  const called = URL_IN_WORDS.exec(proof)?.[0].replace(/[.,]$/, '');
  if (called === undefined) return null;
  const [path, query] = cut(target);
  const [base, calledQuery] = cut(called);
  if (calledQuery !== query) return null;
  const prefix = endpointPath.replace(/\/$/, '');
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return null;
  const behind = path.slice(prefix.length);
  // What comes behind the endpoint's path is put there for every request anew.
  if (behind === '' || behind === '/') return base;
  return base.endsWith(behind) ? base.slice(0, base.length - behind.length) : null;
}

function cut(url: string): [beforeQuery: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

// What only the delivery's own pane shows, as the JSON text it is stored as: a list, since names would
// take more room than what they name.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Check, Finding, HandshakeDetail, Imported, Verdict } from '../../../shared/model.ts';
import type { NewDelivery } from './store.ts';

type StoredFacts = [
  httpVersion: string,
  remoteAddress: string | null,
  problem: string | null,
  bodyMs: number | null,
  verifiedMs: number,
];

/** Only ever append: what is on disk keeps its place. */
type StoredDetail = [
  ...StoredFacts,
  scheme: string | null,
  hint: string | null,
  secretLabel: string | null,
  /** Name, whether it is ok, detail; and so on. */
  checks: (string | boolean)[],
  warnings: string[],
  /** The headers, where lines of text cannot hold them exactly. */
  oddHeaders?: HeaderList | null,
  /** Not there where there are none. */
  findings?: Finding[],
  /** Null where only something after it is there. */
  handshake?: HandshakeDetail | null,
  imported?: Imported,
];

const ODD_HEADERS = 10;
const HANDSHAKE = 12;
const IMPORTED = 13;

export interface Detail {
  httpVersion: string;
  remoteAddress: string | null;
  problem: string | null;
  bodyMs: number | null;
  verifiedMs: number;
  verdict: Omit<Verdict, 'status' | 'reason'>;
  /** Null where the message's header lines are the headers. */
  oddHeaders: HeaderList | null;
  handshake: HandshakeDetail | null;
  imported: Imported | null;
}

/** `isOdd`: the headers cannot be read back from their lines. */
export function encodeDetail(
  { captured, verdict, verifiedMs, handshake, imported }: NewDelivery,
  isOdd: boolean,
): string {
  const { httpVersion, remoteAddress, problem, bodyMs } = captured;
  const facts: StoredFacts = [httpVersion, remoteAddress, problem, bodyMs, verifiedMs];
  const oddHeaders = isOdd ? captured.headers : null;
  return encode(facts, verdict, { oddHeaders, handshake, imported: imported ?? null });
}

/** The same detail with another verdict. */
export function replaceVerdict(text: string, verdict: Verdict): string {
  const stored = JSON.parse(text) as StoredDetail;
  const [httpVersion, remoteAddress, problem, bodyMs, verifiedMs] = stored;
  const facts: StoredFacts = [httpVersion, remoteAddress, problem, bodyMs, verifiedMs];
  return encode(facts, verdict, {
    oddHeaders: stored[ODD_HEADERS] ?? null,
    handshake: stored[HANDSHAKE] ?? null,
    imported: stored[IMPORTED] ?? null,
  });
}

function encode(
  facts: StoredFacts,
  verdict: Verdict,
  { oddHeaders, handshake, imported }: Pick<Detail, 'oddHeaders' | 'handshake' | 'imported'>,
): string {
  const { scheme, hint, secretLabel, warnings, findings } = verdict;
  const checks: (string | boolean)[] = [];
  for (const { name, ok, detail } of verdict.checks) checks.push(name, ok, detail);
  const stored: StoredDetail = [...facts, scheme, hint, secretLabel, checks, warnings];
  if (imported !== null) stored.push(oddHeaders, findings, handshake, imported);
  else if (handshake !== null) stored.push(oddHeaders, findings, handshake);
  else if (findings.length > 0) stored.push(oddHeaders, findings);
  else if (oddHeaders !== null) stored.push(oddHeaders);
  return JSON.stringify(stored);
}

export function decodeDetail(text: string): Detail {
  const stored = JSON.parse(text) as StoredDetail;
  const [httpVersion, remoteAddress, problem, bodyMs, verifiedMs, ...rest] = stored;
  const [scheme, hint, secretLabel, checks, warnings, ...late] = rest;
  const [oddHeaders = null, findings = [], handshake = null, imported = null] = late;
  return {
    httpVersion,
    remoteAddress,
    problem,
    bodyMs,
    verifiedMs,
    verdict: { scheme, hint, findings, secretLabel, checks: checksOf(checks), warnings },
    oddHeaders,
    handshake,
    imported,
  };
}

function checksOf(flat: readonly (string | boolean)[]): Check[] {
  const checks: Check[] = [];
  for (let i = 0; i + 2 < flat.length; i += 3) {
    const [name, ok, detail] = flat.slice(i, i + 3);
    checks.push({ name, ok, detail } as Check);
  }
  return checks;
}

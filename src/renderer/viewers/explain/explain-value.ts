// What a value says that nobody reads at a glance: tokens (JWT), base64, and times as numbers or dates.
// Everything is bounded; what is not certainly one of these is left alone.

import { count, dateAndTime, duration, bytes as formatBytes } from '../../lib/format.ts';
import { visibleText } from '../invisible-characters.ts';
import { decodeBase64, describeBytes } from './base64.ts';
import { type Moment, momentOf } from './moment.ts';

export interface Explanation {
  /** What it is, in a few words: "Time", "Token (JWT), HS256". */
  title: string;
  lines: string[];
}

export interface ExplainFacts {
  /** When the request came (ISO 8601); null when that is not known. */
  receivedAt: string | null;
  /** The present, in ms since 1970. */
  now: number;
}

const MAX_TOKEN = 16 * 1024;
const MAX_BASE64 = 64 * 1024;
const MAX_CLAIMS = 14;
const TEXT_SHOWN = 300;
const MIN_BASE64 = 16;

/** Null for the many values that say all there is to say. Never throws. */
export function explainValue(text: string, facts: ExplainFacts): Explanation | null {
  if (text.length < 8) return null;
  const trimmed = text.length <= MAX_BASE64 ? text.trim() : text;
  return (
    explainTime(trimmed, facts) ?? explainToken(trimmed, facts) ?? explainBase64(trimmed) ?? null
  );
}

function explainTime(text: string, facts: ExplainFacts): Explanation | null {
  const moment = momentOf(text);
  if (moment === null) return null;
  return { title: `Time, ${moment.form}`, lines: timeLines(moment, facts) };
}

function timeLines({ ms }: Moment, facts: ExplainFacts): string[] {
  const lines = [
    `${dateAndTime(new Date(ms).toISOString())} here, ${apart(ms, facts.now, 'ago', 'from now')}`,
  ];
  const received = facts.receivedAt === null ? Number.NaN : Date.parse(facts.receivedAt);
  if (!Number.isNaN(received)) {
    lines.push(`${apart(ms, received, 'before', 'after')} this was received`);
  }
  return lines;
}

function apart(ms: number, from: number, before: string, after: string): string {
  return ms <= from ? `${duration(from - ms)} ${before}` : `${duration(ms - from)} ${after}`;
}

const TIME_CLAIMS: Record<string, string> = {
  exp: 'Expires',
  nbf: 'Valid from',
  iat: 'Issued',
  auth_time: 'Signed in',
};

function explainToken(text: string, facts: ExplainFacts): Explanation | null {
  const parts = /^(?:Bearer )?([\w-]+)\.([\w-]+)\.([\w-]*)$/i.exec(text.slice(0, MAX_TOKEN + 1));
  if (parts === null || text.length > MAX_TOKEN) return null;
  const header = jsonOf(parts[1] ?? '');
  const claims = jsonOf(parts[2] ?? '');
  if (header === null || claims === null || typeof header.alg !== 'string') return null;
  const lines = [`Header: ${short(JSON.stringify(header))}`];
  const entries = Object.entries(claims);
  for (const [name, value] of entries.slice(0, MAX_CLAIMS)) {
    lines.push(claimLine(name, value, facts));
  }
  if (entries.length > MAX_CLAIMS)
    lines.push(`and ${count(entries.length - MAX_CLAIMS)} more claims`);
  lines.push(
    parts[3] === ''
      ? 'It is not signed: anybody could have written it.'
      : 'It shows what it claims; its signature is not checked here.',
  );
  return { title: `Token (JWT), ${short(header.alg)}`, lines };
}

function claimLine(name: string, value: unknown, facts: ExplainFacts): string {
  const label = Object.hasOwn(TIME_CLAIMS, name) ? TIME_CLAIMS[name] : undefined;
  if (label !== undefined && typeof value === 'number' && Math.abs(value) < 1e11) {
    const ms = value * 1000;
    const [local = ''] = timeLines({ ms, form: '' }, { ...facts, receivedAt: null });
    const received = facts.receivedAt === null ? Number.NaN : Date.parse(facts.receivedAt);
    if (Number.isNaN(received)) return `${label} (${name}): ${local}`;
    const at = apart(ms, received, 'before', 'after');
    return `${label} (${name}): ${dateAndTime(new Date(ms).toISOString())}, ${at} this was received`;
  }
  return `${short(name)}: ${short(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`;
}

function jsonOf(part: string): Record<string, unknown> | null {
  const bytes = decodeBase64(part);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}

function explainBase64(text: string): Explanation | null {
  if (text.length < MIN_BASE64 || text.length > MAX_BASE64) return null;
  const bytes = decodeBase64(text);
  if (bytes === null) return null;
  const described = describeBytes(bytes);
  const size = formatBytes(bytes.length);
  if (described.kind === 'text') {
    return { title: `Base64 of ${size} of text`, lines: [short(described.text, TEXT_SHOWN)] };
  }
  if (described.kind === 'file') {
    return { title: 'Base64', lines: [`${described.name}, ${size}`] };
  }
  // Bytes that mean nothing on their own: only where it is written as nothing else would be.
  if (!/[+/=]/.test(text) || !/\d/.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text)) {
    return null;
  }
  return { title: 'Base64', lines: [`${size} that are not text, such as a key or a signature`] };
}

function short(text: string, limit = 120): string {
  const shown = visibleText(text.slice(0, limit));
  return text.length > limit ? `${shown}…` : shown;
}

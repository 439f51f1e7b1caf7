// Which headers mean something to the provider: the signature, its time, the message's id, the event's type.

import { assertNever } from '../../../shared/assert-never.ts';
import type { HeaderPair } from '../../../shared/headers.ts';
import type {
  Check,
  CheckName,
  Delivery,
  Endpoint,
  ProviderInfo,
  Verdict,
} from '../../../shared/model.ts';
import type { HeaderRole } from '../../../shared/provider-info.ts';
import { duration } from '../../lib/format.ts';

export interface HeaderMark {
  /** "Signature", "Message id". */
  word: string;
  /** What it is for, in sentences. */
  text: string;
  /** The check that used it; null when none did. */
  check: Check | null;
}

export interface MarkContext {
  delivery: Pick<Delivery, 'messageId' | 'eventType'> & { verdict: Pick<Verdict, 'checks'> };
  provider: Pick<ProviderInfo, 'name' | 'headers' | 'options' | 'toleranceSeconds'> | null;
  endpoint: Pick<Endpoint, 'providerOptions' | 'toleranceSeconds'> | null;
}

/** What a header is for the delivery's provider; null for the many that are nothing special. */
export function headerMark([name, value]: HeaderPair, context: MarkContext): HeaderMark | null {
  const { provider, delivery } = context;
  const role = provider === null ? null : roleOf(name.toLowerCase(), value, context);
  if (provider === null || role === null) return null;
  const checks = CHECKED_BY[role].flatMap((used) =>
    delivery.verdict.checks.filter((check) => check.name === used),
  );
  const { word, text } = wordsOf(role, context, provider);
  return { word, text, check: checks.find(({ ok }) => !ok) ?? checks.at(-1) ?? null };
}

const CHECKED_BY: Record<HeaderRole, CheckName[]> = {
  signature: ['header-present', 'well-formed', 'signature'],
  secret: ['header-present', 'well-formed', 'signature'],
  timestamp: ['timestamp'],
  signed: ['signature'],
  'message-id': [],
  'event-type': [],
};

function roleOf(key: string, value: string, context: MarkContext): HeaderRole | null {
  const { delivery, provider } = context;
  const known = provider?.headers.find(({ name }) => filled(name, context).toLowerCase() === key);
  if (known !== undefined) return known.role;
  if (delivery.messageId !== null && value === delivery.messageId) return 'message-id';
  if (delivery.eventType !== null && value === delivery.eventType) return 'event-type';
  return null;
}

/** A header's name with what the user, or the provider by default, puts for its options. */
function filled(name: string, { provider, endpoint }: MarkContext): string {
  return name.replaceAll(/\{option:(\w+)\}/g, (_whole, key: string) => {
    const option = provider?.options.find((candidate) => candidate.key === key);
    return endpoint?.providerOptions[key] || option?.default || '';
  });
}

function wordsOf(
  role: HeaderRole,
  { endpoint }: MarkContext,
  { name, toleranceSeconds }: Pick<ProviderInfo, 'name' | 'toleranceSeconds'>,
): { word: string; text: string } {
  switch (role) {
    case 'signature':
      return { word: 'Signature', text: `${name}’s proof that it sent this.` };
    case 'secret':
      return {
        word: 'Secret',
        text: `The secret itself: it shows that ${name} sent this, and that nobody else should see it.`,
      };
    case 'timestamp': {
      const seconds = endpoint?.toleranceSeconds ?? toleranceSeconds;
      const limit = seconds === null ? '' : ` It may be ${duration(seconds * 1000)} off.`;
      return { word: 'Timestamp', text: `When ${name} signed this.${limit}` };
    }
    case 'signed':
      return { word: 'Signed', text: 'Part of what the signature covers.' };
    case 'message-id':
      return { word: 'Message id', text: 'The same when the message is sent again.' };
    case 'event-type':
      return { word: 'Event type', text: 'What happened, as the provider calls it.' };
    default:
      return assertNever(role);
  }
}

/** The pairs as an HTTP message has them, for the clipboard. */
export function headersAsText(headers: readonly HeaderPair[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The indexes of the headers whose name or value holds a text, case ignored. */
export function filterHeaders(headers: readonly HeaderPair[], text: string): number[] {
  const wanted = text.trim().toLowerCase();
  return headers.flatMap(([name, value], index) =>
    name.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted) ? [index] : [],
  );
}

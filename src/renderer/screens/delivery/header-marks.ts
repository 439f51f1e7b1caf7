// Which headers mean something to the provider: the signature, its time, the message's id, the event's type.

import type { HeaderPair } from '../../../shared/headers.ts';
import type { Delivery, Endpoint, ProviderInfo } from '../../../shared/model.ts';

export type HeaderMark = 'Signature' | 'Timestamp' | 'Message id' | 'Event type';

export interface MarkContext {
  delivery: Pick<Delivery, 'messageId' | 'eventType'>;
  provider: Pick<ProviderInfo, 'signatureHeader' | 'options'> | null;
  endpoint: Pick<Endpoint, 'providerOptions'> | null;
}

/** The option in which a provider whose header is not fixed is told it. */
const HEADER_OPTION = 'header';

/** What a header is for the delivery's provider; null for the many that are nothing special. */
export function headerMark([name, value]: HeaderPair, context: MarkContext): HeaderMark | null {
  const { delivery, provider } = context;
  const key = name.toLowerCase();
  if (provider === null) return null;
  if (key === signatureHeader(context)?.toLowerCase()) return 'Signature';
  if (delivery.messageId !== null && value === delivery.messageId) return 'Message id';
  if (delivery.eventType !== null && value === delivery.eventType) return 'Event type';
  return isTimestamp(key, value) ? 'Timestamp' : null;
}

function signatureHeader({ provider, endpoint }: MarkContext): string | null {
  const option = provider?.options.find(({ key }) => key === HEADER_OPTION);
  if (option === undefined) return provider?.signatureHeader ?? null;
  return endpoint?.providerOptions[HEADER_OPTION] || option.default;
}

function isTimestamp(key: string, value: string): boolean {
  if (!/timestamp|[-_](?:time|sent-at|triggered-at)$/.test(key)) return false;
  return /^\d{9,14}(?:\.\d+)?$/.test(value) || !Number.isNaN(Date.parse(value));
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

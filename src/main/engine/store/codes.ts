// Words that are stored as small numbers. Only ever append: a number on disk keeps its meaning.

import type { DeliveryState, ResponseSource, VerdictStatus } from '../../../shared/model.ts';

export const DELIVERY_STATES = [
  'complete',
  'aborted',
  'malformed',
  'oversized',
] as const satisfies readonly DeliveryState[];

export const VERDICTS = [
  'verified',
  'failed',
  'unsigned',
  'unchecked',
] as const satisfies readonly VerdictStatus[];

const RESPONSE_SOURCES = [
  'canned',
  'forward',
  'handshake',
  'hookglass',
] as const satisfies readonly ResponseSource[];

export const FAILED = VERDICTS.indexOf('failed');

// An answer's columns always take the same room: two bytes, one byte, and twice eight.
const NO_STATUS = -512;
const NO_SOURCE = -1;
const FIRST_SOURCE = 2;
const NO_TIME = -0.5;

export const statusCode = (status: number | null) => status ?? NO_STATUS;
export const statusOf = (code: number) => (code === NO_STATUS ? null : code);

export function sourceCode(source: ResponseSource | null): number {
  return source === null ? NO_SOURCE : FIRST_SOURCE + RESPONSE_SOURCES.indexOf(source);
}

export function sourceOf(code: number): ResponseSource | null {
  return RESPONSE_SOURCES[code - FIRST_SOURCE] ?? null;
}

export const timeCode = (ms: number | null) => ms ?? NO_TIME;
export const timeOf = (code: number) => (code === NO_TIME ? null : code);

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

export const RESPONSE_SOURCES = [
  'canned',
  'forward',
  'handshake',
  'hookglass',
] as const satisfies readonly ResponseSource[];

export const FAILED = VERDICTS.indexOf('failed');

// Words and absences that are stored as small numbers. Only ever append to a list: a number on disk
// keeps its meaning.

import { LABELS, type Label } from '../../../shared/labels.ts';
import type { DeliveryState, ResponseSource, VerdictStatus } from '../../../shared/model.ts';

export type Code = number;

const STATES: readonly DeliveryState[] = ['complete', 'aborted', 'malformed', 'oversized'];
const VERDICTS: readonly VerdictStatus[] = ['verified', 'failed', 'unsigned', 'unchecked'];
const SOURCES: readonly ResponseSource[] = ['canned', 'forward', 'handshake', 'hookglass'];

export const stateCode = (state: DeliveryState): Code => STATES.indexOf(state);
export const stateOf = (code: Code): DeliveryState => STATES[code] ?? 'complete';

export const verdictCode = (status: VerdictStatus): Code => VERDICTS.indexOf(status);
export const verdictOf = (code: Code): VerdictStatus => VERDICTS[code] ?? 'unchecked';
export const FAILED = verdictCode('failed');

// An answer's columns always take the same room, two bytes, one byte, and twice eight, so that an
// answer is written over what stands for none.
const NO_STATUS = -512;
const NO_SOURCE = -1;
const FIRST_SOURCE = 2;
const NO_TIME = -0.5;

export const statusCode = (status: number | null): Code => status ?? NO_STATUS;
export const statusOf = (code: Code) => (code === NO_STATUS ? null : code);

export const sourceCode = (source: ResponseSource | null): Code =>
  source === null ? NO_SOURCE : FIRST_SOURCE + SOURCES.indexOf(source);
export const sourceOf = (code: Code): ResponseSource | null => SOURCES[code - FIRST_SOURCE] ?? null;

/** 0: none. */
export const labelCode = (label: Label | null): Code =>
  label === null ? 0 : LABELS.indexOf(label) + 1;
export const labelOf = (code: Code): Label | null => LABELS[code - 1] ?? null;

export const timeCode = (ms: number | null): Code => ms ?? NO_TIME;
export const timeOf = (code: Code) => (code === NO_TIME ? null : code);

// The fields of the filter language: the one table that its parser, its readings, its suggestions and
// docs/search.md are made from.

import { LABELS } from '../labels.ts';
import type { Flag } from './ast.ts';

export type FieldName =
  | 'verdict'
  | 'reason'
  | 'provider'
  | 'type'
  | 'id'
  | 'endpoint'
  | 'method'
  | 'path'
  | 'status'
  | 'duration'
  | 'size'
  | 'header'
  | 'body'
  | 'is'
  | 'label'
  | 'note'
  | 'after'
  | 'before';

export interface FieldChoice {
  value: string;
  /** What it means, without a full stop. */
  meaning: string;
}

export interface QueryField {
  name: FieldName;
  /** Other names for it. */
  aliases: readonly string[];
  /** What it is called in a sentence. */
  label: string;
  /** What it takes. `whole` is the whole value, `part` any part of it; `*` stands for anything in both. */
  takes: 'whole' | 'part' | 'choice' | 'number' | 'size' | 'duration' | 'time';
  /** What may follow its name: `[name]` of a header, or a path into JSON. */
  key: 'header' | 'json' | null;
  choices: readonly FieldChoice[];
  description: string;
  examples: readonly string[];
}

const FLAG_MEANINGS: Readonly<Record<Flag, string>> = {
  pinned: 'is pinned',
  duplicate: 'was sent before: the same message again, or the same body',
  handshake: 'is a provider’s question whether the URL is ours',
  forwarded: 'went to a destination',
  late: 'was answered later than its provider waits',
  failed: 'failed verification',
  unread: 'came after its endpoint was marked as read',
  noted: 'has a note',
  labelled: 'has a label',
  unanswered: 'has no answer, or not yet',
  malformed: 'is no valid HTTP',
  aborted: 'was cut off by its sender',
  oversized: 'has a body larger than the limit',
};

const nothing = { aliases: [], key: null, choices: [] } as const;

/** In the order in which they are documented and offered. */
export const queryFields: readonly QueryField[] = [
  {
    ...nothing,
    name: 'verdict',
    label: 'verdict',
    takes: 'choice',
    choices: [
      { value: 'verified', meaning: 'its signature is right' },
      { value: 'failed', meaning: 'failed verification' },
      { value: 'unsigned', meaning: 'has no signature' },
      { value: 'unchecked', meaning: 'was not checked' },
    ],
    description: 'What verification came to.',
    examples: ['verdict:failed'],
  },
  {
    ...nothing,
    name: 'reason',
    label: 'reason',
    takes: 'whole',
    description: 'The code that says why it is not verified.',
    examples: ['reason:timestamp-stale', 'reason:signature-*'],
  },
  {
    ...nothing,
    name: 'provider',
    aliases: ['from'],
    label: 'provider',
    takes: 'whole',
    description: 'Who sends, as the endpoint is set up.',
    examples: ['provider:stripe'],
  },
  {
    ...nothing,
    name: 'type',
    aliases: ['event', 'eventtype'],
    label: 'event type',
    takes: 'whole',
    description: 'The type of the event.',
    examples: ['type:invoice.paid', 'type:invoice.*'],
  },
  {
    ...nothing,
    name: 'id',
    aliases: ['message', 'messageid'],
    label: 'id',
    takes: 'whole',
    description: 'The provider’s id of the message, or Hookglass’s id of the delivery.',
    examples: ['id:evt_1PqZ*'],
  },
  {
    ...nothing,
    name: 'endpoint',
    aliases: ['on'],
    label: 'endpoint',
    takes: 'whole',
    description: 'The endpoint it came to, by its name, its path or its id.',
    examples: ['endpoint:/stripe', 'endpoint:"Everything else"'],
  },
  {
    ...nothing,
    name: 'method',
    label: 'method',
    takes: 'whole',
    description: 'The request’s method.',
    examples: ['method:post'],
  },
  {
    ...nothing,
    name: 'path',
    aliases: ['url', 'target'],
    label: 'path',
    takes: 'part',
    description: 'The request’s path with what follows the question mark.',
    examples: ['path:/hooks', 'path:/hooks/*'],
  },
  {
    ...nothing,
    name: 'status',
    label: 'status',
    takes: 'number',
    description: 'The status of the answer that the provider got.',
    examples: ['status:500', 'status:>=400', 'status:4xx'],
  },
  {
    ...nothing,
    name: 'duration',
    aliases: ['took'],
    label: 'duration',
    takes: 'duration',
    description: 'How long the provider waited for its answer: ms, s, m or h.',
    examples: ['duration:>1s', 'duration:<=250ms'],
  },
  {
    ...nothing,
    name: 'size',
    label: 'size',
    takes: 'size',
    description: 'How large the body is: b, kb (1024 bytes), mb or gb.',
    examples: ['size:>10kb'],
  },
  {
    ...nothing,
    name: 'header',
    aliases: ['headers'],
    label: 'header',
    takes: 'part',
    key: 'header',
    description: 'A header of the request by its name in brackets, or any of them.',
    examples: ['header[x-request-id]:7f3', 'header[x-request-id]:*', 'header:gzip'],
  },
  {
    ...nothing,
    name: 'body',
    label: 'body',
    takes: 'part',
    key: 'json',
    description: 'Any part of the body, or a value at a path in a JSON body.',
    examples: [
      'body:"past due"',
      'body.data.object.id:cus_9',
      'body.items[0].amount:>1000',
      'body["odd name"].id:*',
    ],
  },
  {
    ...nothing,
    name: 'is',
    label: 'is',
    takes: 'choice',
    choices: Object.entries(FLAG_MEANINGS).map(([value, meaning]) => ({ value, meaning })),
    description: 'What is special about it.',
    examples: ['is:pinned', 'is:duplicate'],
  },
  {
    ...nothing,
    name: 'label',
    label: 'label',
    takes: 'choice',
    choices: LABELS.map((value) => ({ value, meaning: `has the ${value} label` })),
    description: 'The colour you gave it.',
    examples: ['label:red'],
  },
  {
    ...nothing,
    name: 'note',
    label: 'note',
    takes: 'part',
    description: 'Any part of the note you wrote.',
    examples: ['note:"ask Ana"'],
  },
  {
    ...nothing,
    name: 'after',
    aliases: ['since'],
    label: 'received',
    takes: 'time',
    description: 'Received at that time or later: a date, a time of today, or so long ago.',
    examples: ['after:10m', 'after:2026-11-22', 'after:today'],
  },
  {
    ...nothing,
    name: 'before',
    aliases: ['until'],
    label: 'received',
    takes: 'time',
    description: 'Received before that time.',
    examples: ['before:1h', 'before:14:30', 'before:2026-11-22T14:30'],
  },
];

const byName = new Map<string, QueryField>();
for (const field of queryFields) {
  for (const name of [field.name, ...field.aliases]) byName.set(name, field);
}

/** Every name that a field goes by. */
export const fieldNames: readonly string[] = [...byName.keys()];

/** The field of a name or an alias, without regard to case; null when there is none. */
export function findField(name: string): QueryField | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** The field of its own name. */
export function fieldOf(name: FieldName): QueryField {
  const field = byName.get(name);
  if (!field) throw new Error(`there is no field ${name}`);
  return field;
}

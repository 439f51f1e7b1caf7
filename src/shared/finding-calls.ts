// The inputs of the calls about many deliveries: filters, their suggestions, and what is counted.

import { z } from 'zod';
import { LABELS } from './labels.ts';
import { queryFields } from './query/fields.ts';
import { MAX_QUERY_LENGTH } from './query/parse.ts';

const id = z.string().min(1).max(64);
const time = z.iso.datetime({ offset: true });

/** A filter, as docs/search.md describes it. */
export const query = z.string().max(MAX_QUERY_LENGTH);

const chosen = {
  query: query.optional(),
  endpointId: id.nullable().optional(),
  only: z.enum(['failed', 'pinned']).optional(),
};

export const findingCalls = {
  /** Puts a label or a note on deliveries; null takes it away. */
  'deliveries.annotate': z.strictObject({
    ids: z.array(id).min(1).max(10_000),
    label: z.enum(LABELS).nullable().optional(),
    note: z.string().max(4000).nullable().optional(),
  }),
  /** How many there are. */
  'deliveries.count': z.strictObject(chosen),
  /** How many came when, by verdict and by status. From the oldest to now, where not said otherwise. */
  'deliveries.timeline': z.strictObject({
    ...chosen,
    from: time.optional(),
    to: time.optional(),
    buckets: z.int().min(1).max(500).optional(),
  }),
  'deliveries.statistics': z.strictObject({ ...chosen, by: z.enum(['endpoint', 'eventType']) }),
  /** Values of a field that begin with a text or hold it, those that came last first. */
  'deliveries.suggest': z.strictObject({
    field: z.enum([...queryFields.map(({ name }) => name), 'header-name' as const]),
    /** Of a value of `header`: the name of the header. */
    key: z.string().max(256).optional(),
    prefix: z.string().max(256).optional(),
    limit: z.int().min(1).max(100).optional(),
  }),
  'filters.list': z.strictObject({}),
  /** With an id it replaces that one. */
  'filters.save': z.strictObject({
    id: id.optional(),
    name: z.string().trim().min(1).max(100),
    query,
  }),
  'filters.remove': z.strictObject({ id }),
} as const;

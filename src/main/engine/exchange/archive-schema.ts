// What a .hookglass file may hold: it comes from somebody else, and is believed nothing.

import { z } from 'zod';
import { LABELS } from '../../../shared/labels.ts';
import type { ReasonCode } from '../../../shared/model.ts';
import { MAX_BODY_BYTES } from './bad-file.ts';

const MAX_ATTEMPT_BODY_BYTES = 5 * 1024 * 1024;

/** One that a later version knows is as good as none. */
const REASONS = [
  ...(['no-provider', 'no-secret', 'secret-locked', 'signature-missing'] as const),
  ...(['signature-malformed', 'signature-mismatch', 'timestamp-missing'] as const),
  ...(['timestamp-malformed', 'timestamp-stale', 'timestamp-future', 'body-incomplete'] as const),
  ...(['key-pending', 'key-unavailable', 'key-untrusted', 'no-signature'] as const),
  'key-expired' as const,
] satisfies ReasonCode[];

const headers = z.array(z.tuple([z.string(), z.string()])).max(10_000);
const milliseconds = z.number().min(0).max(1e12).nullable();
const status = z.int().min(0).max(999).nullable();
const time = z.iso.datetime({ offset: true });

export const manifestSchema = z.looseObject({
  format: z.literal('hookglass'),
  version: z.int().min(1),
});

const attempt = z.object({
  trigger: z.enum(['forward', 'replay', 'retry', 'handshake']),
  destination: z.string().max(65_536),
  startedAt: time,
  outcome: z.enum(['response', 'failure']),
  status,
  headers,
  bodySize: z.int().min(0),
  bodyTruncated: z.boolean(),
  failure: z
    .object({
      code: z.enum([
        ...(['refused', 'dns', 'unreachable', 'tls', 'timeout', 'reset'] as const),
        ...(['malformed-response', 'unconfirmed', 'interrupted', 'body-gone'] as const),
      ]),
      message: z.string().max(10_000),
    })
    .nullable(),
  timing: z.object({
    dnsMs: milliseconds,
    connectMs: milliseconds,
    tlsMs: milliseconds,
    sendMs: milliseconds,
    waitMs: milliseconds,
    receiveMs: milliseconds,
    totalMs: milliseconds,
  }),
});

const delivery = z.object({
  id: z.string().min(1).max(64),
  receivedAt: time,
  state: z.enum(['complete', 'aborted', 'malformed', 'oversized']),
  method: z.string().max(1_048_576),
  target: z.string().max(1_048_576),
  httpVersion: z.string().max(100),
  remoteAddress: z.string().max(200).nullable(),
  headers,
  pinned: z.boolean(),
  label: z.enum(LABELS).nullable().catch(null),
  note: z.string().max(10_000).nullable().catch(null),
  verdict: z.object({
    status: z.enum(['verified', 'failed', 'unsigned', 'unchecked']),
    reason: z.enum(REASONS).nullable().catch(null),
  }),
  response: z.object({
    status,
    source: z.enum(['canned', 'forward', 'handshake', 'hookglass']).nullable(),
  }),
  timing: z.object({
    bodyMs: milliseconds,
    verifiedMs: milliseconds,
    committedMs: milliseconds,
    answeredMs: milliseconds,
  }),
  problem: z.string().max(10_000).nullable(),
  handshakeDetail: z
    .object({
      status: z.int().min(100).max(599),
      headers,
      body: z.string().max(1_048_576).nullable(),
      signed: z.boolean(),
      note: z.string().max(10_000).nullable(),
    })
    .nullable(),
  attempts: z.array(attempt).max(10_000),
});

export const archiveLineSchema = z.object({
  delivery,
  body: z.int().min(0).max(MAX_BODY_BYTES).nullable(),
  answers: z.array(z.int().min(0).max(MAX_ATTEMPT_BODY_BYTES)).max(10_000),
});

/** A line of an index, as far as anything of it is used. */
export type ReadLine = z.output<typeof archiveLineSchema>;
export type ReadDelivery = z.output<typeof delivery>;

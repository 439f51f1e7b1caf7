// An endpoint as it is stored: made from what the user gave, changed, and read back.

import type { CheckedInput } from '../../../shared/contract.ts';
import type { Endpoint, RespondRule, SecretInfo } from '../../../shared/model.ts';

const DEFAULT_RESPOND: RespondRule = {
  // The destination's answer where there is a destination, else the fixed one below.
  mode: 'forward',
  status: 200,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: '',
  delayMs: 0,
};

const DEFAULT_TIMEOUT_MS = 30_000;

/** Always there, at `/`: what no other endpoint's path covers. */
export const DEFAULT_ENDPOINT: Endpoint = {
  id: 'ep_default',
  name: 'Everything else',
  path: '/',
  isDefault: true,
  provider: null,
  providerOptions: {},
  secrets: [],
  toleranceSeconds: null,
  publicUrl: null,
  forwardTo: null,
  forwardTimeoutMs: DEFAULT_TIMEOUT_MS,
  respond: DEFAULT_RESPOND,
  handshakes: true,
  confirmHandshakes: false,
  createdAt: '',
};

export function createdEndpoint(
  id: string,
  input: CheckedInput<'endpoints.create'>,
  secrets: SecretInfo[],
  now: Date,
): Endpoint {
  return {
    id,
    name: input.name,
    path: normalPath(input.path),
    isDefault: false,
    provider: input.provider ?? null,
    providerOptions: input.providerOptions ?? {},
    secrets,
    toleranceSeconds: input.toleranceSeconds ?? null,
    publicUrl: input.publicUrl ?? null,
    forwardTo: input.forwardTo ?? null,
    forwardTimeoutMs: input.forwardTimeoutMs ?? DEFAULT_TIMEOUT_MS,
    respond: { ...DEFAULT_RESPOND, ...input.respond },
    handshakes: input.handshakes ?? true,
    confirmHandshakes: input.confirmHandshakes ?? false,
    createdAt: now.toISOString(),
  };
}

/** Fields that `input` leaves out stay as they were. */
export function updatedEndpoint(
  before: Endpoint,
  input: CheckedInput<'endpoints.update'>,
  secrets: SecretInfo[],
): Endpoint {
  const { id: _, secrets: __, path, respond, ...fields } = input;
  return {
    ...before,
    ...fields,
    path: path === undefined ? before.path : normalPath(path),
    respond: { ...before.respond, ...respond },
    secrets,
  };
}

/** Stored by us, so trusted; fields added since it was written get their defaults. */
export function readEndpoint(json: string): Endpoint {
  const endpoint: Endpoint = JSON.parse(json);
  return {
    ...DEFAULT_ENDPOINT,
    ...endpoint,
    respond: { ...DEFAULT_RESPOND, ...endpoint.respond },
  };
}

/** `/a` and `/a/` are the same endpoint. */
export function normalPath(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}

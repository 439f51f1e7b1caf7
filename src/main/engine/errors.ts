// The engine's one error class: a stable code for programs, a sentence for people.

export type ErrorCode =
  | 'bad-input'
  | 'unknown-call'
  | 'not-found'
  | 'conflict'
  | 'destination-unconfirmed'
  | 'no-destination'
  | 'no-sample'
  | 'unreachable'
  | 'body-gone'
  | 'port-taken'
  | 'data-folder-in-use'
  | 'store-unavailable'
  | 'unsupported'
  | 'unauthorized'
  | 'closed'
  | 'internal';

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** A promise the engine could not keep. The message says what happened, why, and what to do. */
export class HookglassError extends Error {
  readonly code: ErrorCode;
  /** What a program can do something with; JSON. */
  readonly details: ErrorDetails | null;

  constructor(
    code: ErrorCode,
    message: string,
    { details, ...options }: ErrorOptions & { details?: ErrorDetails } = {},
  ) {
    super(message, options);
    this.name = 'HookglassError';
    this.code = code;
    this.details = details ?? null;
  }
}

/** Any thrown value as `{code, message, details?}` for crossing a boundary; never a stack. */
export function describeError(error: unknown): {
  code: ErrorCode;
  message: string;
  details?: ErrorDetails;
} {
  if (error instanceof HookglassError) {
    const { code, message, details } = error;
    return details === null ? { code, message } : { code, message, details };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something went wrong inside Hookglass: ${message}` };
}

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

/** A promise the engine could not keep. The message says what happened, why, and what to do. */
export class HookglassError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HookglassError';
    this.code = code;
  }
}

/** Any thrown value as `{code, message}` for crossing a boundary; never a stack. */
export function describeError(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof HookglassError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something went wrong inside Hookglass: ${message}` };
}

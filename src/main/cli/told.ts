// What the engine refuses, as a mistake on the command line: in its own words.

import { Mistake } from './mistake.ts';

/** Throws a {@link Mistake} for an error that has a code, and any other as it is. */
export function refuse(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw new Mistake(error.message);
  throw error;
}

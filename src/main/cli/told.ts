// What the engine refuses, as a mistake on the command line: in its own words.

import { Mistake } from './mistake.ts';

/** Runs some work; what the engine refuses becomes a {@link Mistake}. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return refuse(error);
  }
}

/** Throws a {@link Mistake} for an error that has a code, and any other as it is. */
export function refuse(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw new Mistake(error.message);
  throw error;
}

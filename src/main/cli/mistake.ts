// A mistake on the command line: told in one line, before anything starts.

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An option that cannot be used; its message names it. */
export class Mistake extends Error {}

/** As Node's own, but a mistake says what is wrong in one sentence. */
export function parseOptions<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's own first sentence, without its advice.
    const [message = ''] = (error as Error).message.split(/\.(?:\s|$)/);
    throw new Mistake(`${message}. Try --help.`);
  }
}

/** Throws a {@link Mistake} unless it is an http or https URL. */
export function requireUrl(option: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new Mistake(`${option} takes an http:// or https:// URL, not “${value}”.`);
}

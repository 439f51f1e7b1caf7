// A mistake on the command line: told in one line, before anything starts.

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An option that cannot be used; its message names it. */
export class Mistake extends Error {}

/**
 * As Node's own, but a mistake says what is wrong in one sentence, and a value may begin with a dash, as
 * secrets and keys do, unless it is one of the options.
 */
export function parseOptions<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs({ ...config, args: withValues(config) });
  } catch (error) {
    // Node's own first sentence, without its advice.
    const [message = ''] = (error as Error).message.split(/\.(?:\s|$)/);
    throw new Mistake(`${message}. Try --help.`);
  }
}

/** `--secret -x` as `--secret=-x`: there is no other way to tell Node that it is a value. */
function withValues({ args = [], options = {} }: ParseArgsConfig): string[] {
  const optionOf = (arg: string) => {
    const [name = ''] = arg.replace(/^--/, '').split('=');
    return arg.startsWith('--') && Object.hasOwn(options, name) ? options[name] : undefined;
  };
  const result: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const value = args[i + 1];
    const takesValue = optionOf(arg)?.type === 'string' && !arg.includes('=');
    if (takesValue && value?.startsWith('-') && optionOf(value) === undefined) {
      result.push(`${arg}=${value}`);
      i++;
    } else {
      result.push(arg);
    }
  }
  return result;
}

/** Throws a {@link Mistake} unless it is an http or https URL. */
export function requireUrl(option: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new Mistake(`${option} takes an http:// or https:// URL, not “${value}”.`);
}

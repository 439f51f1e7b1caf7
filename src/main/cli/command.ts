// What the commands verify, sign, send and events share: where they read and write, and the options
// that several of them take.

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { findProvider, type Question, usableProvider } from '../engine/verify/index.ts';
import { Mistake, requireUrl } from './mistake.ts';

/** The process that a command runs in. */
export interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadableStream;
  out(text: string | Uint8Array): void;
  now(): number;
  newId(): string;
}

/** Answers the exit code; throws a {@link Mistake} for what cannot be used. */
export type Command = (args: string[], surroundings: Surroundings) => Promise<number>;

/** Options that say who signs, with what, and when. */
export const SIGNER_OPTIONS = {
  provider: { type: 'string' },
  secret: { type: 'string', multiple: true },
  option: { type: 'string', multiple: true },
  url: { type: 'string' },
  at: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface SignerValues {
  provider?: string | undefined;
  secret?: string[] | undefined;
  option?: string[] | undefined;
  url?: string | undefined;
  at?: string | undefined;
}

export type Signer = Required<
  Pick<Question, 'provider' | 'secrets' | 'url' | 'at' | 'providerOptions'>
> & { secrets: string[]; providerOptions: Record<string, string> };

/** Checks them. `HOOKGLASS_SECRET` stands in for `--secret`, which others could see in the process list. */
export function readSigner(
  values: SignerValues,
  { environment, now }: Pick<Surroundings, 'environment' | 'now'>,
): Signer {
  const fromEnvironment = environment.HOOKGLASS_SECRET ? [environment.HOOKGLASS_SECRET] : [];
  const secrets = values.secret ?? fromEnvironment;
  if (secrets.includes('')) throw new Mistake('--secret needs a value.');
  const provider = readProvider(values.provider);
  const providerOptions = readProviderOptions(values.option ?? []);
  const usable = usableProvider(provider, providerOptions);
  if ('problem' in usable) throw new Mistake(usable.problem);
  return {
    provider,
    secrets,
    url: values.url === undefined ? null : requireUrl('--url', values.url),
    at: values.at === undefined ? now() : readTime(values.at),
    providerOptions,
  };
}

export function readProvider(id: string | undefined): string {
  if (!id) throw new Mistake('--provider is needed: who signed it, such as stripe or github.');
  if (findProvider(id) === null) throw new Mistake(`There is no provider “${id}”.`);
  return id;
}

function readProviderOptions(pairs: readonly string[]): Record<string, string> {
  const entries = pairs.map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new Mistake(`--option takes NAME=VALUE, not “${pair}”.`);
    return [pair.slice(0, equals), pair.slice(equals + 1)];
  });
  return Object.fromEntries(entries);
}

const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A time without a zone is UTC. */
function readTime(text: string): number {
  const [whole, zone] = DATE.exec(text) ?? [];
  const isTime = whole !== undefined && whole.length > 10;
  const time = Date.parse(isTime && zone === undefined ? `${text}Z` : text);
  if (whole !== undefined && !Number.isNaN(time)) return time;
  throw new Mistake(`--at takes a time such as 2026-11-22T12:00:00Z, not “${text}”.`);
}

/** The bytes of a file; of standard input without one, or for `-`. */
export async function readInput(
  file: string | undefined,
  { stdin }: Pick<Surroundings, 'stdin'>,
): Promise<Buffer> {
  try {
    return file === undefined || file === '-' ? await buffer(stdin) : await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : (code ?? String(error));
    throw new Mistake(`${file ?? 'Standard input'} cannot be read: ${why}.`);
  }
}

/** The only one of the positional arguments, if any. */
export function onlyFile(positionals: readonly string[]): string | undefined {
  const [file, another] = positionals;
  if (another !== undefined) throw new Mistake(`One FILE is enough; “${another}” is another one.`);
  return file;
}

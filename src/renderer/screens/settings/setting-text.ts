// The settings' values as people write them, and back: counts, sizes, days, hosts and names.

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

const KB = 1024;
const factors: Record<string, number> = { b: 1, kb: KB, mb: KB ** 2, gb: KB ** 3, tb: KB ** 4 };
const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A whole number, thousands separators allowed: `50,000`. */
export function parseCount(text: string, min: number, max: number): Parsed<number> {
  const plain = text.trim().replace(/(?<=\d)[,_\u2009\u00a0 '](?=\d{3}(?!\d))/g, '');
  const value = /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
  return value >= min && value <= max
    ? { ok: true, value }
    : refused(`Give a whole number from ${grouped(min)} to ${grouped(max)}.`);
}

/** Days, fractions allowed. */
export function parseDays(text: string, min: number, max: number): Parsed<number> {
  const plain = text.trim().replace(/\s*days?$/i, '');
  const value = plain === '' ? Number.NaN : Number(plain);
  return value >= min && value <= max
    ? { ok: true, value }
    : refused(`Give a number of days from ${min} to ${grouped(max)}.`);
}

/** A size in bytes from `2 GB`, `500mb`, `1.5 GiB`. A number alone counts in `unit`. */
export function parseSize(text: string, min: number, max: number, unit: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?(b?)$/i.exec(text.trim());
  const problem = `Give a size from ${formatSize(min)} to ${formatSize(max)}, such as ${formatSize(max / 4)}.`;
  if (match === null) return refused(problem);
  const [, number = '', prefix = '', b = ''] = match;
  const named = prefix === '' && b === '' ? unit : `${prefix}b`;
  const value = Math.round(Number(number) * (factors[named.toLowerCase()] ?? Number.NaN));
  return value >= min && value <= max ? { ok: true, value } : refused(problem);
}

/** A size without loss: in the largest unit that needs at most two decimals, and so reads back the same. */
export function formatSize(size: number): string {
  for (let unit = units.length - 1; unit > 0; unit--) {
    const value = Math.round((size / KB ** unit) * 100) / 100;
    if (value >= 1 && Math.round(value * KB ** unit) === size) return `${value} ${units[unit]}`;
  }
  return `${size} B`;
}

/** A tunnel server's URL. */
export function parseHost(text: string): Parsed<string> {
  const problem = 'Give the tunnel server as a full URL, such as https://localtunnel.me.';
  try {
    const url = new URL(text.trim());
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    return web ? { ok: true, value: text.trim() } : refused(problem);
  } catch {
    return refused(problem);
  }
}

/** The name wanted in the public URL; nothing for any. */
export function parseSubdomain(text: string): Parsed<string | null> {
  const value = text.trim().toLowerCase();
  if (value === '') return { ok: true, value: null };
  return /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/.test(value)
    ? { ok: true, value }
    : refused('Use 4 to 63 letters a to z, digits and hyphens, with no hyphen at either end.');
}

/** A count with its thousands parted. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function refused(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

// Times, durations, sizes and counts as people read them. Pure; times are shown in local time.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

/** The local time of day of an ISO 8601 time: `14:02:31.482`. Empty when it is not a time. */
export function timeOfDay(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const ms = String(date.getMilliseconds()).padStart(3, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${ms}`;
}

/** The local day and time: `2026-11-22 14:02:31.482`. Empty when it is not a time. */
export function dateAndTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${timeOfDay(iso)}`;
}

/** Milliseconds in the unit that fits: `0.4 ms`, `88 ms`, `1.3 s`, `2 min 5 s`, `3 h 20 min`. A dash for null. */
export function duration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return '–';
  if (ms < 0.1) return '0 ms';
  if (ms < 9.95) return `${trimmed(ms)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${trimmed(ms / SECOND)} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < 3600) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1440) return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(ms / HOUR);
  return joined(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function joined(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  return minor === 0 ? `${major} ${majorUnit}` : `${major} ${majorUnit} ${minor} ${minorUnit}`;
}

/** One decimal below 10 (unless it is zero), none above. */
function trimmed(value: number): string {
  if (value >= 9.95) return String(Math.round(value));
  return value.toFixed(1).replace(/\.0$/, '');
}

/** How long ago a time was, coarse, for a label that ticks: `just now`, `4 s ago`, `3 min ago`, `2 days ago`. */
export function ago(iso: string, now: number): string {
  const ms = now - new Date(iso).getTime();
  if (Number.isNaN(ms)) return '';
  if (ms < 1.5 * SECOND) return 'just now';
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s ago`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in the unit that fits, 1 KB being 1024 bytes: `612 B`, `1.4 KB`, `38 MB`. */
export function bytes(size: number): string {
  let value = size;
  let unit = 0;
  while (value >= 1023.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? Math.round(value) : trimmed(value)} ${UNITS[unit]}`;
}

const grouped = new Intl.NumberFormat('en-US');

/** A count with its thousands parted: `1,204`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A count with its noun, the noun in the plural where it must be: `1 delivery`, `1,204 deliveries`. */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

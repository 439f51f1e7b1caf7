// Numbers as people read them, for messages.

/** A number of bytes in binary units. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${rounded(bytes / 1024)} KiB`;
  return `${rounded(bytes / 1024 / 1024)} MiB`;
}

/** A duration given in ms. */
export function durationInWords(ms: number): string {
  if (ms < 1000) return `${rounded(ms)} ms`;
  if (ms < 120_000) return `${rounded(ms / 1000)} s`;
  return `${rounded(ms / 60_000)} minutes`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

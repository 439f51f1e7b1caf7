// Joins class names, leaving out what is false, null or empty.

/** One class string of the given parts; falsy parts are left out. */
export function cx(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

// Words of a POSIX shell that stand for themselves, whatever is in them.

/** A word that the shell takes as it stands. */
export function quoted(text: string): string {
  return /^[\w\-./:@%+=,]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A wire text, one character a byte: what is not ASCII goes through printf, as the same single bytes. */
export function argument(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return quoted(text);
  const escaped = Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    if (char === '%') return '%%';
    if (char === '\\') return '\\\\';
    if (code >= 0x20 && code <= 0x7e) return char;
    return `\\${code.toString(8).padStart(3, '0')}`;
  });
  return `"$(printf -- ${quoted(escaped.join(''))})"`;
}

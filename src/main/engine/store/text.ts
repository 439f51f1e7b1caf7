// Text columns whose content comes from the network. SQLite's binding takes a string only up to its
// first NUL, so such a string is stored as the blob of its UTF-8.

export type TextColumn = string | Uint8Array;

/** A string as it is bound: nothing of it is lost. */
export function bindText(value: string | null): TextColumn | null {
  return value?.includes('\0') ? Buffer.from(value) : value;
}

/** The string that {@link bindText} was given. */
export function textOf(column: TextColumn): string {
  return typeof column === 'string' ? column : Buffer.from(column).toString();
}

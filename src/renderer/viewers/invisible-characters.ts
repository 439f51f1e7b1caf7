// Which characters hide, or turn the direction of text, and what to call them.

/**
 * Controls, format and direction characters, lone surrogates, line and paragraph separators. Not: tab,
 * line ends, and the joiners and number signs that ordinary emoji and Arabic text are written with.
 */
const SPECIAL = /(?![\t\n\r\u200c-\u200d\u0600-\u0605\u06dd])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const SPECIAL_AND_RETURN = new RegExp(`\r|${SPECIAL.source}`, 'gu');

/** Characters that are always shown as a mark. `global`, so reset `lastIndex` or use `match`. */
export function specialPattern(withReturn: boolean): RegExp {
  return withReturn ? SPECIAL_AND_RETURN : SPECIAL;
}

/** `U+202E`, as people look it up. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with invisible characters as `[U+202E]`, so that nothing pretends to be something else. */
export function visibleText(text: string): string {
  return text.replace(specialPattern(false), (character) => {
    return `[${codePointName(character.codePointAt(0) ?? 0)}]`;
  });
}

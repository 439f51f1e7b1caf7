// Very long lines in pieces: an editor lays lines out whole, and minified JSON is one line.

/** Longer lines are cut, in UTF-16 units. */
const LONGEST_LINE = 2_000;
/**
 * Behind each comma: a place that both sides have, so that what one side has more does not move all cuts
 * after it. Where there is none for long, behind so many characters.
 */
const PIECES = new RegExp(`[^,]{0,${LONGEST_LINE - 1}},|[^,]{1,${LONGEST_LINE}}`, 'gu');

export interface CutText {
  text: string;
  /** Some of its line ends are not in the text as it came. */
  isCut: boolean;
}

export function cutLongLines(text: string): CutText {
  let isCut = false;
  const lines = text.split('\n').map((line) => {
    if (line.length <= LONGEST_LINE) return line;
    isCut = true;
    return (line.match(PIECES) ?? [line]).join('\n');
  });
  return isCut ? { text: lines.join('\n'), isCut } : { text, isCut };
}

// Small wordings that verdicts share: durations, lists, and wire text cut to a readable length.

const LONGEST_WIRE_TEXT = 56;
const KEPT_AT_START = 36;
const KEPT_AT_END = 12;

/** Wire text for a detail: a long signature loses its middle, which nobody reads. */
export function abbreviate(text: string): string {
  if (text.length <= LONGEST_WIRE_TEXT) return text;
  return `${text.slice(0, KEPT_AT_START)}…${text.slice(-KEPT_AT_END)}`;
}

const UNITS: readonly [name: string, seconds: number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
];

/** A duration in ms as people say it, in its two largest units: `6 min 12 s`, `2 d 3 h`. */
export function durationWords(ms: number): string {
  let rest = Math.floor(Math.abs(ms) / 1000);
  const parts: string[] = [];
  for (const [name, seconds] of UNITS) {
    const count = Math.floor(rest / seconds);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * seconds;
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest} s`);
  return parts.slice(0, 2).join(' ');
}

/** `"a"`, `"a" and "b"`, `"a", "b" and "c"`. */
export function quotedList(names: readonly string[]): string {
  return wordList(
    names.map((name) => `"${name}"`),
    'and',
  );
}

/** `a, b or c` */
export function wordList(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

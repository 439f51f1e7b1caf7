// What often goes wrong when a signing secret is pasted: white space, quotes and line breaks that came
// along. Only says so and offers the clean text; the user decides.

export interface SecretFlaw {
  /** What is odd about the text, in words. */
  message: string;
  /** The text without it, or null where only the user can tell what is meant. */
  trimmed: string | null;
}

const invisible = /[\u200b-\u200d\u2060\ufeff]/;
const invisibleAll = /[\u200b-\u200d\u2060\ufeff]/g;
const lineBreak = /[\r\n]/;
const quotes = ['"', "'", '`', '\u201c\u201d', '\u2018\u2019'];

/** The first thing that is odd about a pasted secret, worst first; null when nothing is. */
export function secretFlaw(value: string): SecretFlaw | null {
  if (value === '') return null;
  const trimmed = trimSecret(value);
  if (trimmed === '') {
    return {
      message: 'Only white space and quotes were pasted: this is no secret.',
      trimmed: null,
    };
  }
  // A PEM key is many lines by nature, and its last line break does no harm.
  if (trimmed.startsWith('-----BEGIN ')) {
    return trimmed.length === value.trim().length ? null : { message: around(value), trimmed };
  }
  if (trimmed !== value) return { message: around(value), trimmed };
  if (lineBreak.test(value)) {
    return {
      message: 'The secret holds a line break. Was more than the secret copied?',
      trimmed: null,
    };
  }
  if (/\s/.test(value)) {
    return { message: 'The secret holds a space. Was more than the secret copied?', trimmed: null };
  }
  return null;
}

/** The text without the white space, invisible characters and pairs of quotes around it. */
export function trimSecret(value: string): string {
  let text = value.replace(invisibleAll, '').trim();
  for (;;) {
    const bare = withoutQuotes(text).trim();
    if (bare === text) return text;
    text = bare;
  }
}

function withoutQuotes(text: string): string {
  if (text.length < 2) return text;
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  const paired = quotes.some((pair) => first === pair.charAt(0) && last === (pair[1] ?? first));
  return paired ? text.slice(1, -1) : text;
}

function around(value: string): string {
  if (invisible.test(value)) return 'The secret holds characters that cannot be seen.';
  const ends =
    value.slice(0, value.length - value.trimStart().length) + value.slice(value.trimEnd().length);
  if (ends === '') return 'The secret is in quotes, which are hardly part of it.';
  return lineBreak.test(ends)
    ? 'There is a line break before or after the secret.'
    : 'There is white space before or after the secret.';
}

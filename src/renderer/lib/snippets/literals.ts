// Texts as string literals of languages. What is written down came from strangers: nothing of it may end
// a literal, or be taken for code inside one (Ruby's `#{…}`, PHP's `$…`).

/** How a language writes the characters that cannot stand for themselves. */
interface Escapes {
  /** Those with a short form: `\n`. */
  short: Readonly<Record<string, string>>;
  /** Any other, by its code. */
  other(code: number): string;
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

const COMMON = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unicode: Escapes = { short: COMMON, other: (code) => `\\u${hex(code, 4)}` };

/** Controls, and what is invisible, turns the direction of text, or ends a line in some languages. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufeff\ud800-\udfff]/u;

function quoted(text: string, { short, other }: Escapes): string {
  let literal = '"';
  for (const char of text) {
    const known = Object.hasOwn(short, char) ? short[char] : undefined;
    if (known !== undefined) literal += known;
    else if (!UNSEEN.test(char)) literal += char;
    // Those beyond the first plane that cannot be seen: as their two halves, or by the whole code.
    else if (char.length > 1 && other === unicode.other) {
      literal += other(char.charCodeAt(0)) + other(char.charCodeAt(1));
    } else literal += other(char.codePointAt(0) ?? 0);
  }
  return `${literal}"`;
}

/** JavaScript and TypeScript. */
export const inJavaScript = (text: string): string => quoted(text, unicode);

export const inPython = (text: string): string =>
  quoted(text, { short: COMMON, other: (code) => `\\U${hex(code, 8)}` });

export const inGo = (text: string): string =>
  quoted(text, { short: COMMON, other: (code) => `\\U${hex(code, 8)}` });

export const inRuby = (text: string): string =>
  quoted(text, { short: { ...COMMON, '#': '\\#' }, other: (code) => `\\u{${hex(code, 1)}}` });

export const inPhp = (text: string): string =>
  quoted(text, { short: { ...COMMON, $: '\\$' }, other: (code) => `\\u{${hex(code, 1)}}` });

/** A text of the wire, one character a byte, where strings are bytes: Go, Ruby and PHP. */
export function bytesIn(text: string, inLanguage: (text: string) => string): string {
  const parts = Array.from(text, (char) =>
    /[\t\x20-\x7e]/.test(char)
      ? inLanguage(char).slice(1, -1)
      : `\\x${hex(char.charCodeAt(0) & 0xff, 2)}`,
  );
  return `"${parts.join('')}"`;
}

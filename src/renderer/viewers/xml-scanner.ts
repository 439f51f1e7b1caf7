// Takes XML apart into tags, text and the rest, without ever resolving anything: no entity is expanded,
// no document type is followed, nothing is fetched. https://www.w3.org/TR/xml/

export type XmlToken =
  | { kind: 'open' | 'close' | 'empty'; name: string; text: string; at: number }
  /** Text between tags; a comment, a CDATA section, an instruction or a document type as it stands. */
  | { kind: 'text' | 'other'; text: string; at: number };

/** Thrown while scanning; `reindentXml` turns it into a value. */
export class XmlMistake extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'XmlMistake';
    this.offset = offset;
  }
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}._:-]{0,999}/uy;

/** The token that begins at `at`. Throws {@link XmlMistake}. */
export function xmlToken(text: string, at: number): XmlToken {
  if (text[at] !== '<') {
    const tag = text.indexOf('<', at);
    return { kind: 'text', text: text.slice(at, tag === -1 ? text.length : tag), at };
  }
  if (text.startsWith('<!--', at)) return until(text, at, '-->', 'this comment');
  if (text.startsWith('<![CDATA[', at)) return until(text, at, ']]>', 'this CDATA section');
  if (text.startsWith('<?', at)) return until(text, at, '?>', 'this instruction');
  if (text.startsWith('<!', at))
    return { kind: 'other', text: text.slice(at, typeEnd(text, at)), at };
  return tag(text, at);
}

function until(text: string, at: number, end: string, what: string): XmlToken {
  const found = text.indexOf(end, at + 2);
  if (found === -1) throw new XmlMistake(`${what} is never closed`, at);
  return { kind: 'other', text: text.slice(at, found + end.length), at };
}

function tag(text: string, at: number): XmlToken {
  const closing = text[at + 1] === '/';
  NAME.lastIndex = at + (closing ? 2 : 1);
  const name = NAME.exec(text)?.[0];
  if (name === undefined) throw new XmlMistake('a tag name was expected after <', at + 1);
  const end = tagEnd(text, at);
  const empty = text[end - 2] === '/';
  return {
    kind: closing ? 'close' : empty ? 'empty' : 'open',
    name,
    text: text.slice(at, end),
    at,
  };
}

/** After the `>` that ends a tag; one inside quotes does not. */
function tagEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '>') return i + 1;
    if (character === '<') throw new XmlMistake('this tag is never closed', at);
    if (character !== '"' && character !== "'") continue;
    i = text.indexOf(character, i + 1);
    if (i === -1) break;
  }
  throw new XmlMistake('this tag is never closed', at);
}

/** After the `>` of `<!DOCTYPE …>`, whose own declarations stand in square brackets. */
function typeEnd(text: string, at: number): number {
  let inside = false;
  for (let i = at + 2; i < text.length; i++) {
    const character = text[i];
    if (character === '[') inside = true;
    else if (character === ']') inside = false;
    else if (character === '>' && !inside) return i + 1;
    else if (character === '"' || character === "'") {
      i = text.indexOf(character, i + 1);
      if (i === -1) break;
    }
  }
  throw new XmlMistake('this declaration is never closed', at);
}

// The fields of a `multipart/form-data` body (RFC 7578), as some providers wrap their JSON in one.

const TYPE = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const FIELD = /^content-disposition:[^\r\n]*;\s*name="([^"\r\n]*)"([^\r\n]*)/im;
const HEAD_END = '\r\n\r\n';
/** Forms of providers have a few dozen; a hostile one is not taken apart to the end. */
const MAX_PARTS = 1000;
const MAX_PART_HEAD = 4096;

/** What separates the parts; null when the content type is another one. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = TYPE.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** Fields in their order, files left out; a part that is cut off at the end is none. */
export function multipartFields(bytes: Buffer, boundary: string): [name: string, value: string][] {
  // Every byte a character, so that nothing is lost by taking it apart.
  const parts = `\r\n${bytes.toString('latin1')}`.split(`\r\n--${boundary}`, MAX_PARTS + 2);
  return parts.slice(1, -1).flatMap((part): [string, string][] => {
    const end = part.indexOf(HEAD_END);
    if (end === -1 || end > MAX_PART_HEAD) return [];
    const [, name, more = ''] = FIELD.exec(part.slice(0, end)) ?? [];
    if (name === undefined || /;\s*filename\*?=/i.test(more)) return [];
    return [[utf8(name), utf8(part.slice(end + HEAD_END.length))]];
  });
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

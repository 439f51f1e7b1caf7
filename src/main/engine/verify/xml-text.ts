// Single values of XML, as some providers send it: flat elements that hold a text.

const CDATA = '<![CDATA[';

/** The text of the first element of that name, without white space around it; null when it has none. */
export function textOfElement(xml: string, name: string): string | null {
  const tag = `<${name}>`;
  const opened = xml.indexOf(tag);
  if (opened === -1) return null;
  let start = opened + tag.length;
  while (/\s/.test(xml[start] ?? '')) start++;
  const isData = xml.startsWith(CDATA, start);
  if (isData) start += CDATA.length;
  const end = xml.indexOf(isData ? ']]>' : '<', start);
  if (end === -1) return null;
  return xml.slice(start, end).trim() || null;
}

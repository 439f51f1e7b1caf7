// The generated part of docs/search.md: the table of fields, from the same table as the parser's.

/** @typedef {import('../../src/shared/query/fields.ts').QueryField} QueryField */

const START = '<!-- fields -->';
const END = '<!-- /fields -->';

/**
 * The document with its table made anew.
 * @param {string} document
 * @param {readonly QueryField[]} fields
 * @returns {string}
 */
export function withFields(document, fields) {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start === -1 || end < start) throw new Error(`the document has no ${START} and ${END}`);
  const before = document.slice(0, start + START.length);
  return `${before}\n${table(fields)}\n${document.slice(end)}`;
}

/** @param {readonly QueryField[]} fields */
function table(fields) {
  const rows = fields.map((field) => {
    const names = [field.name, ...field.aliases].map((name) => `\`${name}\``).join(', ');
    const examples = field.examples.map((example) => `\`${cell(example)}\``).join(', ');
    return `| ${names} | ${cell(field.description)}${choices(field)} | ${examples} |`;
  });
  return ['', '| field | what it finds | examples |', '| --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

/** @param {QueryField} field */
function choices({ name, choices: all }) {
  if (all.length === 0) return '';
  const explained = name !== 'label';
  const words = all.map(({ value, meaning }) =>
    explained ? `\`${value}\` (${meaning})` : `\`${value}\``,
  );
  return `<br>${words.join(', ')}`;
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll('|', '\\|');
}

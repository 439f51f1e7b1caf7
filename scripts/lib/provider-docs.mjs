// The generated parts of docs/providers.md: how many there are of what, and the table of all providers.

/** @typedef {import('../../src/shared/model.ts').ProviderInfo} ProviderInfo */
/** @typedef {import('../../src/main/engine/verify/provider.ts').Provider} Provider */
/** @typedef {{ provider: string, made: 'published' | 'sdk' | 'by-hand' }} Vector */

/** @type {readonly Vector['made'][]} From the best. */
const MADE = ['published', 'sdk', 'by-hand'];

const CONFIDENCE = {
  documented: 'documented',
  source: 'its own source',
  corroborated: 'corroborated',
  unconfirmed: 'unconfirmed',
};

/** The provider whose entry and vector are the example: short, complete, and with a vector of its own. */
const EXAMPLE = 'line';
const EXAMPLE_VECTORS = 'test/main/engine/verify/vectors/messaging-h-n.ts';

/**
 * The document with its generated parts made anew; each stands between two comments that name it.
 * @param {string} document
 * @param {readonly ProviderInfo[]} infos
 * @param {readonly Provider[]} providers The same ones, in the same order.
 * @param {readonly Vector[]} vectors
 * @param {(path: string) => string} read A file of the checkout.
 * @returns {string}
 */
export function withProviders(document, infos, providers, vectors, read) {
  const parts = {
    count: countWords(infos),
    entry: codeBlock(read(`src/main/engine/verify/providers/${EXAMPLE}.ts`)),
    vectors: vectorWords(providers, vectors),
    vector: codeBlock(exampleVector(read(EXAMPLE_VECTORS))),
    peers: peersTable(infos),
    table: table(infos, providers),
  };
  let text = document;
  for (const [name, content] of Object.entries(parts)) {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [before, rest] = cut(text, begin);
    const [, after] = cut(rest, end);
    text = `${before}${begin}\n${content}\n${end}${after}`;
  }
  return text;
}

/**
 * @param {string} text
 * @param {string} mark
 * @returns {[before: string, after: string]}
 */
function cut(text, mark) {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`docs/providers.md has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** @param {string} code */
function codeBlock(code) {
  return `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;
}

/** @param {string} source */
function exampleVector(source) {
  const entries = source.split(/(?<=^ {2}\},\n)/m);
  const entry = entries.find((text) => text.includes(`provider: '${EXAMPLE}'`)) ?? '';
  return entry.replace(/^ {2}/gm, '');
}

/** @param {readonly ProviderInfo[]} infos */
function countWords(infos) {
  const by = Object.entries(CONFIDENCE).map(
    ([confidence, words]) => `${count(infos, (info) => info.confidence === confidence)} ${words}`,
  );
  const handshakes = count(infos, ({ handshake }) => handshake);
  return `${infos.length} providers: ${by.join(', ')}. ${handshakes} of them have a handshake.`;
}

/**
 * The providers by the best of their vectors.
 * @param {readonly Provider[]} providers
 * @param {readonly Vector[]} vectors
 */
function vectorWords(providers, vectors) {
  const best = providers.map(({ id }) => {
    const made = vectors.filter(({ provider }) => provider === id).map((vector) => vector.made);
    return MADE.find((each) => made.includes(each));
  });
  const [published, sdk, byHand] = MADE.map((made) => best.filter((one) => one === made).length);
  return [
    `Each rule of each provider is tested with fixed requests, ${vectors.length} in all, that Hookglass did not sign:`,
    `published ones for ${published} providers, made or accepted by the provider's own library for ${sdk} more, and`,
    `computed by hand from the document for the other ${byHand}.`,
  ].join('\n');
}

/** @param {readonly ProviderInfo[]} infos */
function peersTable(infos) {
  const handshakes = count(infos, ({ handshake }) => handshake);
  return [
    '| | Hookglass | ngrok | Hookdeck |',
    '| --- | --- | --- | --- |',
    `| Providers verified | ${infos.length} | 69 | about 121 |`,
    `| Handshakes answered | ${handshakes} | 4: Twitter, Worldline, Xero, Zoom | some; which ones is not published |`,
    '| Says why a signature failed | cause, proof and fix | an error code, at the edge | passed or failed |',
  ].join('\n');
}

/**
 * @param {readonly ProviderInfo[]} infos
 * @param {(info: ProviderInfo) => boolean} test
 */
function count(infos, test) {
  return infos.filter(test).length;
}

/**
 * @param {readonly ProviderInfo[]} infos
 * @param {readonly Provider[]} providers
 */
function table(infos, providers) {
  const rows = infos.map((info, index) => row(info, providers[index]));
  return [
    '| provider | id | signs | where | tolerance | handshake | confidence |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.sort((a, b) => a.name.localeCompare(b.name, 'en')).map(({ cells }) => cells),
  ].join('\n');
}

/**
 * @param {ProviderInfo} info
 * @param {Provider | undefined} provider
 */
function row(info, provider) {
  const { id, name, docs, scheme, toleranceSeconds, handshake, confidence } = info;
  const cells = [
    docs === null ? escaped(name) : `[${escaped(name)}](${docs})`,
    `\`${id}\``,
    escaped(scheme),
    placeOf(provider),
    toleranceSeconds === null ? '' : `${toleranceSeconds} s`,
    handshake ? 'yes' : '',
    CONFIDENCE[confidence],
  ];
  return { name, cells: `| ${cells.join(' | ')} |` };
}

/**
 * Where the first rule's signature or token is.
 * @param {Provider | undefined} provider
 */
function placeOf(provider) {
  const [rule] = provider?.rules ?? [];
  if (rule === undefined || rule.scheme === 'none') return '';
  if (rule.scheme === 'basic-auth') return '`Authorization`';
  /** @type {{ in: string, name?: string, path?: string }} */
  const place = 'signature' in rule ? rule.signature : rule.token;
  const { name, path } = place;
  switch (place.in) {
    case 'header':
      return `\`${name}\``;
    case 'query':
      return `\`?${name}=\``;
    case 'json':
      return `\`${path}\` in the body`;
    case 'form':
      return `\`${name}\` in the form`;
    case 'form-json':
      return `\`${path}\` in the form's \`${name}\``;
    default:
      return 'the body';
  }
}

/** @param {string} text */
function escaped(text) {
  // A line break would end the row; it is written as in the entry.
  return text.replace(/[|\\<>*_`[\]]/g, '\\$&').replaceAll('\n', '\\\\n');
}

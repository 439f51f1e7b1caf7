// Headers that came under another name, merged into one, or not at all.

import type { HeaderList } from '../../../../shared/headers.ts';
import { wordList } from '../words.ts';
import type { Case, Hypothesis, Trial } from './case.ts';
import { headersMissing, headersRead, signatureHeaders } from './header-names.ts';
import { optionFor, setting } from './options.ts';

/** What never carries a signature, a time or an id of the provider's. */
const ORDINARY =
  /^(?:host|connection|content-(?:length|type|encoding)|transfer-encoding|user-agent|accept.*|date|cookie|via|x-forwarded-.*|x-real-ip|forwarded|cf-.*|sec-.*)$/i;
const MAX_TRIED = 40;
/** A signature is longer than a time or a flag. */
const SHORTEST_SIGNATURE = 16;

export const headerRenamed: Hypothesis = {
  rulesOut: 'the headers under other names',
  *tries(subject) {
    const missing = headersMissing(subject);
    if (missing.length === 0) return;
    const others = subject.view.headers
      .filter(([name]) => !ORDINARY.test(name))
      .slice(0, MAX_TRIED);
    const alike = new Map<string, string>();
    for (const name of missing) {
      const found = others.find(([other]) => isAlike(other, name));
      if (found !== undefined) alike.set(found[0], name);
    }
    if (alike.size > 0) yield renaming(subject, alike);
    const signatures = new Set(signatureHeaders(subject));
    for (const name of missing) {
      const shortest = signatures.has(name) ? SHORTEST_SIGNATURE : 1;
      for (const [other, value] of others) {
        if (value.length < shortest || isRead(subject, other)) continue;
        yield renaming(subject, new Map([...alike, [other, name]]));
      }
    }
  },
};

const isRead = (subject: Case, name: string) =>
  headersRead(subject).some((read) => read.toLowerCase() === name.toLowerCase());

/** `HTTP_X_HUB_SIGNATURE` and `X-Original-X-Hub-Signature` are like `X-Hub-Signature`. */
function isAlike(other: string, name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return other.toLowerCase() !== name.toLowerCase() && plain(other).endsWith(plain(name));
}

function renaming(subject: Case, names: ReadonlyMap<string, string>): Trial {
  const { view, sender, provider } = subject;
  const headers: HeaderList = view.headers.map(([name, value]) => [names.get(name) ?? name, value]);
  const pairs = [...names].map(([came, read]) => `${read} in ${came}`);
  const option = optionFor(provider, 'header');
  const [[other, name] = ['', '']] = names;
  const isSet = option !== null && names.size === 1 && signatureHeaders(subject).includes(name);
  return {
    request: { headers },
    finding: {
      cause: 'header-renamed',
      message: `What ${sender} sends as ${wordList([...names.values()], 'and')} came as ${wordList([...names.keys()], 'and')}.`,
      proof: `The signature matches with ${wordList(pairs, 'and')}.`,
      fix: isSet
        ? `Set "${option.label}" to ${other}, or have whatever renames it keep its name.`
        : `Have whatever stands between ${sender} and here keep the names of headers, or the sender use the documented ones.`,
      side: isSet ? 'here' : 'between',
      ...(isSet && setting(option, other)),
    },
  };
}

export const headersMerged: Hypothesis = {
  rulesOut: 'several values merged into one header',
  *tries(subject) {
    const read = new Set(headersRead(subject).map((name) => name.toLowerCase()));
    for (const separator of [/\s*,\s*/, /\s*;\s*/, /\s+/]) {
      const merged = subject.view.headers.filter(
        ([name, value]) => read.has(name.toLowerCase()) && value.split(separator).length > 1,
      );
      const most = Math.min(
        8,
        Math.max(0, ...merged.map(([, value]) => value.split(separator).length)),
      );
      for (let place = 0; place < most; place++) {
        const headers: HeaderList = subject.view.headers.map((pair) => {
          const parts = pair[1].split(separator);
          return merged.includes(pair) ? [pair[0], parts[place] ?? parts[0] ?? ''] : pair;
        });
        yield unmerged(
          subject,
          headers,
          merged.map(([name]) => name),
          place,
        );
      }
    }
  },
};

function unmerged({ sender }: Case, headers: HeaderList, names: string[], place: number): Trial {
  const list = wordList([...new Set(names)], 'and');
  return {
    request: { headers },
    finding: {
      cause: 'headers-merged',
      message: `Several values were merged into one: ${list}.`,
      proof: `The signature matches value ${place + 1} of ${list} alone.`,
      fix: `Have what stands between ${sender} and here pass on repeated headers as they are, and look for what sends them twice.`,
      side: 'between',
    },
  };
}

/** The id that was signed is not the one that the rule takes. */
export const idHeader: Hypothesis = {
  rulesOut: 'another id than the one that is signed',
  *tries({ rules, view, context, sender }) {
    if (!rules.some((rule) => 'signedContent' in rule && rule.signedContent.includes('{id}')))
      return;
    const usual = context.messageId?.split('|') ?? [];
    const headers = view.headers
      .filter(([name, value]) => !ORDINARY.test(name) && value.length <= 200)
      .slice(0, MAX_TRIED)
      .map(([name]) => ({ source: `header:${name}`, words: `the ${name} header` }));
    const inBody = ['$.id', '$.event_id', '$.eventId', '$.message_id', '$.data.id'].map((path) => ({
      source: `json:${path}`,
      words: `${path} in the body`,
    }));
    for (const { source, words } of [...headers, ...inBody]) {
      if (usual.some((own) => own.toLowerCase() === source.toLowerCase())) continue;
      yield {
        messageId: source,
        finding: {
          cause: 'id-header',
          message: `The id that was signed is that of ${words}, not the one that ${sender} signs.`,
          proof: `The signature matches with the id of ${words}.`,
          fix: `Have the sender sign the id that it sends where ${sender} has it, or whatever changes the id on the way leave it.`,
          side: 'sender',
        },
      };
    }
  },
};

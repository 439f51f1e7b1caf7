// Feeds what a rule's signature covers to the computing, for as many keys as the endpoint has.

import { bodyChunks } from '../body.ts';
import type { Work } from './algorithm.ts';
import type { ContentRule } from './content-spec.ts';
import { feedTemplate, type Template, type TemplateValues } from './template.ts';
import type { RequestView } from './view.ts';

/** A secret, and the key that it is read as. */
export interface UsableKey<Key> {
  key: Key;
  secret: string;
}

type SignedBy<Key> = Pick<ContentRule<Key>, 'algorithm' | 'template'>;

/**
 * The index of the first key that made one of the (well-formed) candidates; -1 when none did.
 * Throws the file system's error when the body was spooled and its file is gone.
 */
export function matchingKey<Key>(
  { algorithm, template }: SignedBy<Key>,
  values: TemplateValues,
  keys: readonly UsableKey<Key>[],
  candidates: readonly string[],
): number {
  if (keys.length === 0) return -1;
  const isFile = values.request.body.kind === 'file';
  if (template.coversBody && isFile && !template.coversSecret) {
    // A file is read once for all keys; in memory the second key is rarely needed.
    const works = keys.map(({ key }) => algorithm.begin(key));
    feed(works, template, values, '');
    return works.findIndex((work) => work.matches(candidates));
  }
  return keys.findIndex(({ key, secret }) => {
    const work = algorithm.begin(key);
    feed([work], template, values, secret);
    return work.matches(candidates);
  });
}

/** The signature as the wire writes it; null when the key can only verify. */
export function signatureWith<Key>(
  { algorithm, template }: SignedBy<Key>,
  values: TemplateValues,
  { key, secret }: UsableKey<Key>,
): string | null {
  const work = algorithm.begin(key);
  feed([work], template, values, secret);
  return work.signature();
}

/** The message id as it is signed; null when the rule does not sign it, or the request has none. */
export function signedId<Key>(
  { id, template }: Pick<ContentRule<Key>, 'id' | 'template'>,
  view: RequestView,
): string | null {
  if (id === null || !template.coversId) return null;
  const text = id.read(view);
  // A header's text is bytes already; text from inside the body is signed as UTF-8.
  return text === null || id.header !== null ? text : Buffer.from(text).toString('latin1');
}

function feed(
  works: readonly Work[],
  template: Template,
  values: TemplateValues,
  secret: string,
): void {
  const { body } = values.request;
  feedTemplate(template, values, secret, {
    text(bytes) {
      for (const work of works) work.text(bytes);
    },
    body() {
      if (body.kind === 'memory') {
        for (const work of works) work.bytes(body.bytes);
        return;
      }
      for (const chunk of bodyChunks(body)) {
        for (const work of works) work.bytes(chunk);
      }
    },
  });
}

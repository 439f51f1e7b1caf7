// Feeds what a rule's signature covers to the computing, for as many keys as the endpoint has.

import { bodyChunks } from '../body.ts';
import type { Work } from './algorithm.ts';
import type { ContentRule } from './content-spec.ts';
import { feedTemplate, type TemplateValues } from './template.ts';

/**
 * The index of the first key that made one of the (well-formed) candidates; -1 when none did.
 * Throws the file system's error when the body was spooled and its file is gone.
 */
export function matchingKey<Key>(
  { algorithm, template }: Pick<ContentRule<Key>, 'algorithm' | 'template'>,
  values: TemplateValues,
  keys: readonly Key[],
  candidates: readonly string[],
): number {
  if (keys.length === 0) return -1;
  if (template.coversBody && values.request.body.kind === 'file') {
    // A file is read once for all keys; in memory the second key is rarely needed.
    const works = keys.map((key) => algorithm.begin(key));
    feed(works, { template }, values);
    return works.findIndex((work) => work.matches(candidates));
  }
  return keys.findIndex((key) => {
    const work = algorithm.begin(key);
    feed([work], { template }, values);
    return work.matches(candidates);
  });
}

/** Feeds the signed content to every work. Throws as {@link matchingKey} does. */
export function feed<Key>(
  works: readonly Work[],
  { template }: Pick<ContentRule<Key>, 'template'>,
  values: TemplateValues,
): void {
  const { body } = values.request;
  feedTemplate(template, values, {
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

// Parts of signed content that no template of values can say, by the names that templates give them.
// Each is a small function beside this file, with the place where its provider describes it.

import { adyenItem, bodyAsJsonText, wecomSorted } from './bodies.ts';
import { phpForm, plivoUrl, sortedForm } from './forms.ts';
import type { SpecialPart } from './part.ts';
import { contentfulHeaders, contentfulTarget, hook0Headers } from './signed-headers.ts';
import { snsMessage } from './sns.ts';

export const SPECIAL_PARTS: ReadonlyMap<string, SpecialPart> = new Map([
  ['form.sorted', sortedForm],
  ['form.php', phpForm],
  ['plivo.url', plivoUrl],
  ['adyen.item', adyenItem],
  ['body.json', bodyAsJsonText],
  ['wecom.sorted', wecomSorted],
  ['hook0.headers', hook0Headers],
  ['contentful.headers', contentfulHeaders],
  ['contentful.target', contentfulTarget],
  ['sns.message', snsMessage],
]);

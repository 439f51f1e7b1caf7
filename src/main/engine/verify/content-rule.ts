// Compiles a rule of the common kind (content-spec.ts) once, so that judging a request only reads it.

import type { Algorithm } from './algorithm.ts';
import { signContent } from './content-sign.ts';
import type { ContentRule, ContentRuleSpec, RuleTime } from './content-spec.ts';
import { verifyContent } from './content-verify.ts';
import type { Judge, Problem, RuleContext } from './scheme.ts';
import { compileSignature, type SignatureLocation } from './signature.ts';
import { compileSource, headersOf, type SourceReader, singleHeader } from './source.ts';
import { compileTemplate, type Template } from './template.ts';
import type { RequestView } from './view.ts';
import { abbreviate } from './words.ts';

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** A problem is the answer when something that the user set makes no sense. */
export function compileContentRule<Key>(
  spec: ContentRuleSpec,
  algorithm: Algorithm<Key> | Problem,
  context: RuleContext,
): Judge | Problem {
  if ('problem' in algorithm) return algorithm;
  const template = compileTemplate(spec.signedContent);
  if ('problem' in template) return template;
  const location = compileSignature(spec.signature);
  const time = compileTime(spec, location);
  const problem = problemOf(location, template, time, context);
  if (problem !== null) return { problem };
  const { bodyDigest } = spec;

  const rule: ContentRule<Key> = {
    providerName: context.providerName,
    scheme: `${algorithm.label} of ${template.text === '' ? 'an empty message' : template.text}`,
    algorithm,
    location,
    template,
    time,
    id: compileId(context.messageId),
    bodyDigest: bodyDigest
      ? { where: bodyDigest.at, read: compileSource(bodyDigest.at), digest: bodyDigest.digest }
      : null,
    warnings: warningsOf(spec, location, template, time, context),
  };
  const conditions = compileConditions(spec.when);
  return {
    scheme: rule.scheme,
    header: location.header,
    toleranceSeconds: time?.tolerance ?? null,
    applies: (view) => conditions.every((holds) => holds(view)),
    isPresent: location.isPresent,
    verify: (input) => verifyContent(rule, input),
    sign: (input) => signContent(rule, input),
  };
}

function compileTime({ timestamp }: ContentRuleSpec, location: SignatureLocation): RuleTime | null {
  if (timestamp === null) return null;
  const { from, unit, tolerance } = timestamp;
  if (from === 'signature') {
    const where = `time in the ${location.where}`;
    return { unit, tolerance, header: null, source: null, read: null, where };
  }
  // The user may leave the header's name empty: then there is no time.
  if (from === 'header:') return null;
  const [header = null] = headersOf(from);
  const where = header === null ? `time at ${from}` : `${header} header`;
  return { unit, tolerance, header, source: from, read: compileSource(from), where };
}

function compileId(source: string | null): ContentRule<unknown>['id'] {
  if (source === null) return null;
  const headers = headersOf(source);
  const [header = null] = headers;
  // What is signed as {id} is the header where there is one: the body is signed anyway.
  const places = header === null ? source : headers.map((name) => `header:${name}`).join('|');
  return { source: places, read: compileSource(places), header };
}

function problemOf(
  location: SignatureLocation,
  template: Template,
  time: RuleTime | null,
  context: RuleContext,
): string | null {
  const bad = [location.header, time?.header].find(
    (name) => name != null && !HEADER_NAME.test(name),
  );
  if (bad != null) return `"${abbreviate(bad)}" is not the name of a header.`;
  if (template.coversTimestamp && time === null) {
    return 'The signed content has {timestamp}, but no timestamp header is set.';
  }
  if (template.coversId && context.messageId === null) {
    return 'The signed content has {id}, but it is not known where the id is; use {header:Name}.';
  }
  return null;
}

/** What the rule's own shape leaves unprotected. No time at all is common and not worth a warning. */
function warningsOf(
  { bodyDigest, warnings = [] }: ContentRuleSpec,
  location: SignatureLocation,
  template: Template,
  time: RuleTime | null,
  { providerName }: RuleContext,
): string[] {
  const found = [...warnings];
  const coversBody = template.coversBody || bodyDigest !== undefined;
  if (!coversBody && !template.coversTimestamp) {
    found.push(
      `The signature of ${providerName} covers no byte of the body and no time: neither the body nor replay is protected. Whoever has seen one ${location.header ?? location.where} can send any body with it, at any time.`,
    );
  } else if (!coversBody) {
    found.push(
      `The signature of ${providerName} covers no byte of the body: the body is not protected.`,
    );
  }
  if (time?.header != null && coversBody && !template.coversTimestamp) {
    found.push(
      `${time.header} is sent but not signed: it can be changed on the way, so a recorded delivery can be sent again at any time.`,
    );
  }
  return found;
}

type Condition = (view: RequestView) => boolean;

function compileConditions(when: ContentRuleSpec['when'] = {}): Condition[] {
  return Object.entries(when).map(([source, wanted]): Condition => {
    // An empty header is there, which for a source would be no value.
    const read = source.startsWith('header:')
      ? headerReader(source.slice('header:'.length))
      : compileSource(source);
    return wanted === true ? (view) => read(view) !== null : (view) => read(view) === wanted;
  });
}

function headerReader(name: string): SourceReader {
  const lowerName = name.toLowerCase();
  return ({ headers }) => singleHeader(headers, lowerName);
}

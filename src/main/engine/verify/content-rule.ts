// Compiles a rule of the common kind (content-spec.ts) once, so that judging a request only reads it.

import type { Algorithm } from './algorithm.ts';
import { signContent } from './content-sign.ts';
import type { ContentRule, ContentRuleSpec, RuleTime } from './content-spec.ts';
import { verifyContent } from './content-verify.ts';
import type { Judge, Problem, RuleContext } from './scheme.ts';
import { compileSignature } from './signature.ts';
import { compileSource, headersOf, singleHeader } from './source.ts';
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
  const time = compileTime(spec);
  const problem = problemOf(spec, template, time, context);
  if (problem !== null) return { problem };

  const rule: ContentRule<Key> = {
    providerName: context.providerName,
    scheme: `${algorithm.label} of ${template.text === '' ? 'an empty message' : template.text}`,
    algorithm,
    location: compileSignature(spec.signature),
    template,
    time,
    id: compileId(context.messageId),
    warnings: warningsOf(spec, template, time, context),
  };
  return {
    scheme: rule.scheme,
    header: spec.signature.name,
    toleranceSeconds: time?.tolerance ?? null,
    applies: (view) => applies(spec, view),
    isPresent: (view) => rule.location.isPresent(view.headers),
    verify: (input) => verifyContent(rule, input),
    sign: (input) => signContent(rule, input),
  };
}

function compileTime({ timestamp, signature }: ContentRuleSpec): RuleTime | null {
  if (timestamp === null) return null;
  const { from, unit, tolerance } = timestamp;
  if (from === 'signature') {
    return { unit, tolerance, header: null, where: `time in ${signature.name}` };
  }
  const header = from.slice('header:'.length);
  // The user may leave the header's name empty: then there is no time.
  if (header === '') return null;
  return { unit, tolerance, header, where: `${header} header` };
}

function compileId(source: string | null): ContentRule<unknown>['id'] {
  if (source === null) return null;
  const headers = headersOf(source);
  const [header = null] = headers;
  // What is signed as {id} is the header where there is one: the body is signed anyway.
  const places = header === null ? source : headers.map((name) => `header:${name}`).join('|');
  return { read: compileSource(places), header };
}

function problemOf(
  spec: ContentRuleSpec,
  template: Template,
  time: RuleTime | null,
  context: RuleContext,
): string | null {
  const names = [spec.signature.name, ...(time?.header == null ? [] : [time.header])];
  const bad = names.find((name) => !HEADER_NAME.test(name));
  if (bad !== undefined) return `"${abbreviate(bad)}" is not the name of a header.`;
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
  { signature, warnings = [] }: ContentRuleSpec,
  template: Template,
  time: RuleTime | null,
  { providerName }: RuleContext,
): string[] {
  const found = [...warnings];
  if (!template.coversBody && !template.coversTimestamp) {
    found.push(
      `The signature of ${providerName} covers no byte of the body and no time: neither the body nor replay is protected. Whoever has seen one ${signature.name} can send any body with it, at any time.`,
    );
  } else if (!template.coversBody) {
    found.push(
      `The signature of ${providerName} covers no byte of the body: the body is not protected.`,
    );
  }
  if (time?.header != null && template.coversBody && !template.coversTimestamp) {
    found.push(
      `${time.header} is sent but not signed: it can be changed on the way, so a recorded delivery can be sent again at any time.`,
    );
  }
  return found;
}

function applies({ when }: ContentRuleSpec, { headers }: RequestView): boolean {
  if (when === undefined) return true;
  return Object.entries(when.header).every(
    ([name, wanted]) => singleHeader(headers, name.toLowerCase()) === wanted,
  );
}

// What is wrong with an endpoint form, by field, in words: the host's rules told before saving.

import type { Endpoint, ProviderInfo } from '../../../shared/model.ts';
import { destinationProblem } from './destination-text.ts';
import { type EndpointForm, optionValue, type SecretRow } from './endpoint-form.ts';
import { trimSecret } from './secret-text.ts';

/** Messages by field: `name`, `path`, `secret.<key>`, `label.<key>`, `header.<key>`, `option.<key>`, … */
export type FieldErrors = Record<string, string>;

export interface FormContext {
  /** The endpoint being changed; null for a new one. */
  editing: Endpoint | null;
  endpoints: Endpoint[];
  providers: ProviderInfo[];
}

/** Fields that are, or may be, in the part of the dialog that is folded away at first. */
const foldedFields = /^(tolerance|timeout|status|delay|body|header\.|option\.)/;

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Every problem of the form; an empty object means it can be saved. */
export function endpointErrors(form: EndpointForm, context: FormContext): FieldErrors {
  const errors: FieldErrors = {};
  const set = (field: string, problem: string | null) => {
    if (problem !== null) errors[field] = problem;
  };
  set('name', nameProblem(form.name));
  set('path', pathProblem(form.path, context));
  set('publicUrl', publicUrlProblem(form.publicUrl));
  set('forwardTo', destinationProblem(form.forwardTo));
  set('tolerance', numberProblem(form.tolerance, 0, 31_536_000, 'seconds', true));
  set('timeout', numberProblem(form.timeout, 0.1, 3600, 'seconds', context.editing === null));
  set('status', wholeProblem(form.status, 200, 599));
  set('delay', numberProblem(form.delay, 0, 120_000, 'milliseconds', true));
  set('body', form.body.length > 1_048_576 ? 'An answer may have at most 1 MiB of text.' : null);
  secretErrors(form.secrets, set);
  headerErrors(form, set);
  optionErrors(form, context.providers, set);
  return errors;
}

/** True when a field with a problem is in the folded part, which then has to be opened. */
export function hasFoldedError(errors: FieldErrors): boolean {
  return Object.keys(errors).some((field) => foldedFields.test(field));
}

/** The path as it is saved: people leave the first slash out, and a last one makes no difference. */
export function completePath(path: string): string {
  const trimmed = path.trim().replace(/(?<=.)\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Give the endpoint a name, such as the provider it receives from.';
  return name.trim().length > 100 ? 'A name may have at most 100 characters.' : null;
}

function pathProblem(typed: string, { editing, endpoints }: FormContext): string | null {
  const path = completePath(typed);
  if (path === '') return 'Give the endpoint a path, such as /stripe.';
  if (path.length > 512) return 'A path may have at most 512 characters.';
  if (/[?#\s]/.test(path)) return 'A path holds no ?, no # and no white space.';
  if (editing?.isDefault) return null;
  const other = endpoints.find((endpoint) => endpoint.id !== editing?.id && endpoint.path === path);
  return other === undefined
    ? null
    : `The endpoint \u201c${other.name}\u201d already has this path.`;
}

function publicUrlProblem(typed: string): string | null {
  const url = typed.trim();
  if (url === '') return null;
  if (url.length > 4096) return 'A URL may have at most 4,096 characters.';
  // Nothing is completed here: the signature covers every character.
  const isWhole = /^https?:\/\/[^\s/?#]/i.test(url) && !/\s/.test(url) && URL.canParse(url);
  return isWhole ? null : 'Give the whole URL, with https:// or http://, as the provider shows it.';
}

function numberProblem(
  text: string,
  min: number,
  max: number,
  unit: string,
  mayBeEmpty: boolean,
): string | null {
  if (text.trim() === '' && mayBeEmpty) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= min && value <= max) return null;
  return `Give a number of ${unit} from ${min} to ${max.toLocaleString('en')}.`;
}

function wholeProblem(text: string, min: number, max: number): string | null {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? null : `Give a whole number from ${min} to ${max}.`;
}

type SetError = (field: string, problem: string | null) => void;

function secretErrors(rows: SecretRow[], set: SetError): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.kind === 'new' && row.value === '') continue;
    if (row.kind === 'new') set(`secret.${row.key}`, valueProblem(row.value));
    const label = row.label.trim();
    if (label === '')
      set(`label.${row.key}`, 'Give it a label: the verdict names the one that matched.');
    else if (label.length > 100) set(`label.${row.key}`, 'At most 100 characters.');
    else if (seen.has(label.toLowerCase()))
      set(`label.${row.key}`, 'Another secret has this label.');
    seen.add(label.toLowerCase());
  }
  const last = rows[20];
  if (last !== undefined) set(`label.${last.key}`, 'An endpoint can have at most 20 secrets.');
}

function valueProblem(value: string): string | null {
  if (value.length > 10_000) return 'A secret may have at most 10,000 characters.';
  return trimSecret(value) === '' ? 'Only white space and quotes were pasted.' : null;
}

function headerErrors(form: EndpointForm, set: SetError): void {
  for (const { key, name, value } of form.headers) {
    if (name === '' && value === '') continue;
    if (name === '') set(`header.${key}`, 'Give the header a name, or remove it.');
    else if (!headerName.test(name))
      set(`header.${key}`, 'A header name holds no white space and no colon.');
    else if (!headerValue.test(value)) {
      set(`header.${key}`, 'A header value holds no line break and only Latin-1 characters.');
    }
  }
  const last = form.headers[100];
  if (last !== undefined) set(`header.${last.key}`, 'An answer can have at most 100 headers.');
}

function optionErrors(form: EndpointForm, providers: ProviderInfo[], set: SetError): void {
  const provider = providers.find(({ id }) => id === form.provider);
  for (const option of provider?.options ?? []) {
    const value = optionValue(form, option);
    if (value.length > 4096) set(`option.${option.key}`, 'At most 4,096 characters.');
    if (option.choices !== undefined && !option.choices.includes(value)) {
      set(`option.${option.key}`, `Choose one of ${option.choices.join(', ')}.`);
    }
  }
}

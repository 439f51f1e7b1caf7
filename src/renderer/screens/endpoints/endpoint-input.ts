// From a checked endpoint form to what the host is asked for: everything for a new endpoint, only
// what changed for an existing one.

import type { CallInput } from '../../../shared/contract.ts';
import type { HeaderList } from '../../../shared/headers.ts';
import type { Endpoint, ProviderInfo, RespondRule } from '../../../shared/model.ts';
import { completeDestination } from './destination-text.ts';
import { completePath } from './endpoint-errors.ts';
import { type EndpointForm, formOf, optionValue, type SecretRow } from './endpoint-form.ts';

export type CreateInput = CallInput<'endpoints.create'>;
export type UpdateInput = CallInput<'endpoints.update'>;
type SecretInput = NonNullable<UpdateInput['secrets']>[number];

interface Fields {
  name: string;
  path: string;
  provider: string | null;
  toleranceSeconds: number | null;
  publicUrl: string | null;
  forwardTo: string | null;
  forwardTimeoutMs: number | undefined;
  providerOptions: Record<string, string>;
  handshakes: boolean;
  confirmHandshakes: boolean;
}

/** The whole new endpoint. The form must have no errors. */
export function createInput(form: EndpointForm, providers: ProviderInfo[]): CreateInput {
  const { forwardTimeoutMs, ...fields } = fieldsOf(form, providers);
  return {
    ...fields,
    ...(forwardTimeoutMs === undefined ? {} : { forwardTimeoutMs }),
    respond: respondOf(form),
    secrets: form.secrets.flatMap((row) => newSecret(row)),
  };
}

/** What differs from the endpoint as it is; null when nothing does. The form must have no errors. */
export function updateInput(
  form: EndpointForm,
  endpoint: Endpoint,
  providers: ProviderInfo[],
): UpdateInput | null {
  const before = formOf(endpoint);
  const changed = difference(fieldsOf(before, providers), fieldsOf(form, providers));
  const respond = difference(respondOf(before), respondOf(form));
  const secrets = secretList(form.secrets, endpoint);
  const input = {
    ...changed,
    ...(Object.keys(respond).length > 0 ? { respond } : {}),
    ...(secrets === null ? {} : { secrets }),
  };
  return Object.keys(input).length === 0 ? null : { id: endpoint.id, ...input };
}

/** True when closing the dialog would lose something. */
export function isChanged(
  form: EndpointForm,
  initial: EndpointForm,
  endpoint: Endpoint | null,
  providers: ProviderInfo[],
): boolean {
  if (endpoint !== null) return updateInput(form, endpoint, providers) !== null;
  return !same(createInput(form, providers), createInput(initial, providers));
}

function fieldsOf(form: EndpointForm, providers: ProviderInfo[]): Fields {
  return {
    name: form.name.trim(),
    path: completePath(form.path),
    provider: form.provider,
    toleranceSeconds: form.tolerance.trim() === '' ? null : Number(form.tolerance),
    publicUrl: form.publicUrl.trim() || null,
    forwardTo: completeDestination(form.forwardTo) || null,
    forwardTimeoutMs:
      form.timeout.trim() === '' ? undefined : Math.round(Number(form.timeout) * 1000),
    providerOptions: optionsOf(form, providers),
    handshakes: form.handshakes,
    confirmHandshakes: form.confirmHandshakes,
  };
}

/** Only the chosen provider's options, and only those that are not its default. */
function optionsOf(form: EndpointForm, providers: ProviderInfo[]): Record<string, string> {
  const provider = providers.find(({ id }) => id === form.provider);
  const set: Record<string, string> = {};
  for (const option of provider?.options ?? []) {
    const value = optionValue(form, option);
    if (value !== option.default) set[option.key] = value;
  }
  return set;
}

function respondOf(form: EndpointForm): RespondRule {
  return {
    mode: form.mode,
    status: Number(form.status),
    headers: form.headers
      .filter(({ name, value }) => name !== '' || value !== '')
      .map(({ name, value }): HeaderList[number] => [name, value]),
    body: form.body,
    delayMs: form.delay.trim() === '' ? 0 : Number(form.delay),
  };
}

/** The whole new list, or null when it is the one the endpoint has. */
function secretList(rows: SecretRow[], endpoint: Endpoint): UpdateInput['secrets'] | null {
  const list = rows.flatMap((row): SecretInput[] => {
    if (row.kind === 'new') return newSecret(row);
    const label = row.label.trim();
    return label === row.info.label ? [{ id: row.info.id }] : [{ id: row.info.id, label }];
  });
  const unchanged = endpoint.secrets.map(({ id }) => ({ id }));
  return same(list, unchanged) ? null : list;
}

/** Rows that nothing was pasted into are left out. */
function newSecret(row: SecretRow): { label: string; value: string }[] {
  if (row.kind !== 'new' || row.value === '') return [];
  return [{ label: row.label.trim(), value: row.value }];
}

function difference<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (!same(before[key], after[key])) changed[key] = after[key];
  }
  return changed;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

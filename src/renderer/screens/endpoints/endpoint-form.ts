// The endpoint dialog's form as plain text fields, and the changes a user makes to it. No checking
// here (endpoint-errors.ts) and no calls (endpoint-input.ts).

import type { Endpoint, ProviderInfo, RespondMode, SecretInfo } from '../../../shared/model.ts';

export type SecretRow =
  | { kind: 'kept'; key: string; label: string; info: SecretInfo }
  | { kind: 'new'; key: string; label: string; value: string };

export interface HeaderRow {
  key: string;
  name: string;
  value: string;
}

/** Numbers are kept as typed: a half-typed number must not be rewritten under the cursor. */
export interface EndpointForm {
  name: string;
  path: string;
  provider: string | null;
  /** What was set of each provider's options: choosing another one and back loses nothing. */
  options: Record<string, Record<string, string>>;
  secrets: SecretRow[];
  /** Seconds; empty for the provider's own. */
  tolerance: string;
  /** The URL as the provider knows it; empty for what the tunnel or the request tells. */
  publicUrl: string;
  forwardTo: string;
  /** Seconds. */
  timeout: string;
  handshakes: boolean;
  confirmHandshakes: boolean;
  mode: RespondMode;
  status: string;
  headers: HeaderRow[];
  body: string;
  /** Milliseconds. */
  delay: string;
}

/** A new endpoint: one empty secret to paste into, and the answer that the host would give. */
export function blankForm(): EndpointForm {
  return {
    name: '',
    path: '',
    provider: null,
    options: {},
    secrets: [{ kind: 'new', key: 'new-1', label: 'current', value: '' }],
    tolerance: '',
    publicUrl: '',
    forwardTo: '',
    timeout: '',
    handshakes: true,
    confirmHandshakes: false,
    mode: 'forward',
    status: '200',
    headers: [{ key: 'h1', name: 'Content-Type', value: 'text/plain; charset=utf-8' }],
    body: '',
    delay: '0',
  };
}

/** An existing endpoint as a form; without a secret there is an empty one to paste into. */
export function formOf(endpoint: Endpoint): EndpointForm {
  const { respond } = endpoint;
  const kept = endpoint.secrets.map(
    (info): SecretRow => ({ kind: 'kept', key: info.id, label: info.label, info }),
  );
  return {
    name: endpoint.name,
    path: endpoint.path,
    provider: endpoint.provider,
    options: { [endpoint.provider ?? '']: { ...endpoint.providerOptions } },
    secrets: kept.length > 0 ? kept : blankForm().secrets,
    tolerance: endpoint.toleranceSeconds === null ? '' : String(endpoint.toleranceSeconds),
    publicUrl: endpoint.publicUrl ?? '',
    forwardTo: endpoint.forwardTo ?? '',
    timeout: String(endpoint.forwardTimeoutMs / 1000),
    handshakes: endpoint.handshakes,
    confirmHandshakes: endpoint.confirmHandshakes,
    mode: respond.mode,
    status: String(respond.status),
    headers: respond.headers.map(([name, value], i) => ({ key: `h${i + 1}`, name, value })),
    body: respond.body,
    delay: String(respond.delayMs),
  };
}

/**
 * Sets the provider. A new endpoint takes its name and a free path from it, as long as the user has
 * not written their own; `taken` are the other endpoints' paths, null when not a new endpoint.
 */
export function withProvider(
  form: EndpointForm,
  provider: string | null,
  providers: ProviderInfo[],
  taken: string[] | null,
): EndpointForm {
  const next = { ...form, provider };
  if (taken === null) return next;
  const before = providers.find(({ id }) => id === form.provider);
  const after = providers.find(({ id }) => id === provider);
  if (form.name === '' || form.name === before?.name) next.name = after?.name ?? '';
  const wrote = form.path !== '' && form.path !== freePath(before?.id ?? '', taken);
  if (!wrote) next.path = after === undefined ? '' : freePath(after.id, taken);
  return next;
}

/** `/stripe`, or `/stripe-2` and so on where that is taken. */
export function freePath(id: string, taken: string[]): string {
  for (let n = 1; ; n++) {
    const path = n === 1 ? `/${id}` : `/${id}-${n}`;
    if (!taken.includes(path)) return path;
  }
}

/** One more secret; its label is the first of current and previous that is not taken. */
export function withSecret(form: EndpointForm): EndpointForm {
  const taken = form.secrets.map(({ label }) => label.trim().toLowerCase());
  const free = ['current', 'previous'].find((label) => !taken.includes(label));
  const label = free ?? `secret ${form.secrets.length + 1}`;
  const key = nextKey('new-', form.secrets);
  return { ...form, secrets: [...form.secrets, { kind: 'new', key, label, value: '' }] };
}

export function withSecretLabel(form: EndpointForm, key: string, label: string): EndpointForm {
  return {
    ...form,
    secrets: form.secrets.map((row) => (row.key === key ? { ...row, label } : row)),
  };
}

export function withSecretValue(form: EndpointForm, key: string, value: string): EndpointForm {
  return {
    ...form,
    secrets: form.secrets.map((row) =>
      row.key === key && row.kind === 'new' ? { ...row, value } : row,
    ),
  };
}

export function withoutSecret(form: EndpointForm, key: string): EndpointForm {
  return { ...form, secrets: form.secrets.filter((row) => row.key !== key) };
}

export function withHeader(form: EndpointForm, name = '', value = ''): EndpointForm {
  const key = nextKey('h', form.headers);
  return { ...form, headers: [...form.headers, { key, name, value }] };
}

export function withHeaderChange(
  form: EndpointForm,
  key: string,
  change: Partial<Pick<HeaderRow, 'name' | 'value'>>,
): EndpointForm {
  return {
    ...form,
    headers: form.headers.map((row) => (row.key === key ? { ...row, ...change } : row)),
  };
}

export function withoutHeader(form: EndpointForm, key: string): EndpointForm {
  return { ...form, headers: form.headers.filter((row) => row.key !== key) };
}

/** What an option of the chosen provider is set to: the user's value, or else its default. */
export function optionValue(form: EndpointForm, option: { key: string; default: string }): string {
  return form.options[form.provider ?? '']?.[option.key] ?? option.default;
}

export function withOption(form: EndpointForm, key: string, value: string): EndpointForm {
  const provider = form.provider ?? '';
  const options = { ...form.options[provider], [key]: value };
  return { ...form, options: { ...form.options, [provider]: options } };
}

function nextKey(prefix: string, rows: { key: string }[]): string {
  for (let n = rows.length + 1; ; n++) {
    const key = `${prefix}${n}`;
    if (!rows.some((row) => row.key === key)) return key;
  }
}

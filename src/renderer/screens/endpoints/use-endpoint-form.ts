// The endpoint dialog's state: the form, which problems are shown yet, and saving it.

import { useState } from 'react';
import type { Endpoint } from '../../../shared/model.ts';
import { CallError } from '../../../shared/rpc.ts';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import type { EndpointStart } from '../../state/view.ts';
import { withConsent } from '../confirm/destination-consent.ts';
import { completeDestination } from './destination-text.ts';
import { endpointErrors, type FieldErrors, hasFoldedError } from './endpoint-errors.ts';
import { blankForm, type EndpointForm, formOf, withProvider } from './endpoint-form.ts';
import { createInput, isChanged, updateInput } from './endpoint-input.ts';
import type { FieldState } from './field-state.ts';

export interface EndpointFormState {
  fields: FieldState;
  chooseProvider(provider: string | null): void;
  /** Closing now would lose something. */
  changed: boolean;
  /** Counts the tries to save that found problems: the first of them is to be focused. */
  refused: number;
  more: boolean;
  setMore(open: boolean): void;
  /**
   * Saves; answers false when the form has problems or the user did not allow the destination.
   * Rejects with the host's error.
   */
  save(ask: (url: string) => Promise<boolean>): Promise<boolean>;
}

/** `endpoint` is null for a new one; `start` is what was decided before the dialog opened. */
export function useEndpointForm(
  endpoint: Endpoint | null,
  start: Pick<EndpointStart, 'provider'>,
): EndpointFormState {
  const { endpoints, providers } = useApp.getState();
  const taken = endpoint === null ? endpoints.map(({ path }) => path) : null;
  const [initial] = useState(() => {
    const form = endpoint === null ? blankForm() : formOf(endpoint);
    const { provider } = start;
    return provider === undefined ? form : withProvider(form, provider, providers, taken);
  });
  const [form, setForm] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(0);
  const [more, setMore] = useState(false);
  const [fromHost, setFromHost] = useState<FieldErrors>({});

  const errors = endpointErrors(form, { editing: endpoint, endpoints, providers });
  const change: FieldState['change'] = (next) => {
    setForm((before) => (typeof next === 'function' ? next(before) : { ...before, ...next }));
    setFromHost({});
  };
  const save: EndpointFormState['save'] = async (ask) => {
    if (Object.keys(errors).length > 0) {
      if (hasFoldedError(errors)) setMore(true);
      setRefused((count) => count + 1);
      return false;
    }
    const send = () => store(form, endpoint);
    try {
      return (await withConsent(send, () => ask(completeDestination(form.forwardTo)))) !== null;
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'conflict') throw error;
      setFromHost({ path: error.message });
      setRefused((count) => count + 1);
      return false;
    }
  };
  return {
    fields: {
      form,
      change,
      errorOf: (field) =>
        fromHost[field] ?? (refused > 0 || touched.has(field) ? (errors[field] ?? null) : null),
      touch: (field) => {
        // A field that was only passed through is not wrong yet.
        const passed = (field === 'name' || field === 'path') && form[field].trim() === '';
        if (!passed) setTouched((before) => new Set(before).add(field));
      },
    },
    chooseProvider: (id) => change((before) => withProvider(before, id, providers, taken)),
    changed: isChanged(form, initial, endpoint, providers),
    refused,
    more,
    setMore,
    save,
  };
}

async function store(form: EndpointForm, endpoint: Endpoint | null): Promise<void> {
  const { providers } = useApp.getState();
  if (endpoint === null) {
    await call('endpoints.create', createInput(form, providers));
    return;
  }
  const input = updateInput(form, endpoint, providers);
  if (input !== null) await call('endpoints.update', input);
}

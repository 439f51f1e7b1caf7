// What every part of the endpoint dialog is given: the form, how to change it, and what to say where.

import type { EndpointForm } from './endpoint-form.ts';

export interface FieldState {
  form: EndpointForm;
  change(next: Partial<EndpointForm> | ((form: EndpointForm) => EndpointForm)): void;
  /** The problem to show at a field now; null while it is fine or still being written. */
  errorOf(field: string): string | null;
  /** The user left a field: from now on its problem is shown. */
  touch(field: string): void;
}

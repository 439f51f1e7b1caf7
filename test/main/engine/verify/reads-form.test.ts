// Which providers a large form is read for.

import { expect, it } from 'vitest';
import { readsForm } from '../../../../src/main/engine/verify/reads-form.ts';

it('is a matter of what the provider signs, and where its ids are', () => {
  const forms = [
    'twilio',
    'plivo',
    'mailgun',
    'mandrill',
    'paddle-classic',
    'braintree',
    'jotform',
  ];
  expect(forms.filter((id) => !readsForm(id))).toEqual([]);
  const others = ['github', 'stripe', 'typeform', 'adyen-platform', 'no-such-provider', null];
  expect(others.filter(readsForm)).toEqual([]);
});

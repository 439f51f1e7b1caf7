// Sample alerts of Paddle Classic, which come as forms: a payment, a subscription, and its end.

import type { Samples } from '../provider.ts';
import { FORM_TYPE, formEvent } from './make.ts';

const alert = (name: string, fields: Readonly<Record<string, string>>) =>
  formEvent(name, {
    alert_id: '{digits9:alert}',
    alert_name: name,
    ...fields,
    event_time: '2026-11-20 12:00:00',
    email: 'customer@example.com',
  });

export const paddleClassicSamples: Samples = {
  headers: [FORM_TYPE],
  events: [
    alert('payment_succeeded', {
      checkout_id: '{digits8:checkout}-chre{hex14}',
      currency: 'USD',
      order_id: '{digits8:order}',
      payment_method: 'card',
      sale_gross: '20.00',
      payment_tax: '3.33',
      fee: '1.50',
    }),
    alert('subscription_created', {
      subscription_id: '{digits8:subscription}',
      subscription_plan_id: '502198',
      next_bill_date: '2026-12-20',
      status: 'active',
      quantity: '1',
    }),
    alert('subscription_cancelled', {
      subscription_id: '{digits8:subscription}',
      subscription_plan_id: '502198',
      cancellation_effective_date: '2026-12-20',
      status: 'deleted',
    }),
  ],
};

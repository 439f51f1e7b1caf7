// What the export dialog offers, by what is on the screen.

import { expect, it } from 'vitest';
import {
  type ExportView,
  whatToExport,
} from '../../../../src/renderer/screens/exchange/export-words.ts';

const view = (part: Partial<ExportView> = {}): ExportView => ({
  ...{ ids: [], endpointId: null, endpointName: null, only: null, query: '', total: 1204 },
  ...part,
});

it('offers everything where nothing is chosen or filtered', () => {
  expect(whatToExport(view())).toEqual([
    { value: 'all', label: 'All deliveries (1,204)', input: {} },
  ]);
});

it('offers what was chosen first', () => {
  const [one] = whatToExport(view({ ids: ['dlv_1'] }));
  expect(one).toEqual({
    ...{ value: 'chosen', label: 'The selected delivery' },
    input: { ids: ['dlv_1'] },
  });
  const [many] = whatToExport(view({ ids: ['dlv_1', 'dlv_2'] }));
  expect(many?.label).toBe('The 2 chosen deliveries');
});

it('says what the list is narrowed to, and asks for no more than that', () => {
  const narrowed = view({
    ...{ endpointId: 'ep1', endpointName: 'Stripe', only: 'failed', query: ' type:invoice.* ' },
  });
  expect(whatToExport(narrowed)[0]).toEqual({
    value: 'list',
    label: 'What the list shows: failed signatures, Stripe, “type:invoice.*”',
    input: { endpointId: 'ep1', only: 'failed', query: 'type:invoice.*' },
  });
});

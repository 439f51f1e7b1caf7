// What can be exported at this moment, and as what, in words.

import type { ExportFormat } from '../../../shared/model.ts';
import { count } from '../../lib/format.ts';
import type { ExportInput } from '../../state/exchange.ts';
import type { Only } from '../../state/view.ts';
import type { FormatOption } from './FormatChoice.tsx';

export interface ExportView {
  ids: string[];
  endpointId: string | null;
  endpointName: string | null;
  only: Only;
  query: string;
  total: number;
}

export interface ExportChoice {
  value: string;
  label: string;
  input: Omit<ExportInput, 'format' | 'redact'>;
}

export const formats: readonly FormatOption<ExportFormat>[] = [
  {
    value: 'hookglass',
    label: 'Hookglass',
    note: 'For another Hookglass: every byte, with the answers. Nothing is lost.',
  },
  {
    value: 'har',
    label: 'HAR',
    note: 'For the Network panel of a browser, and most other HTTP tools.',
  },
  { value: 'ndjson', label: 'NDJSON', note: 'One JSON object a line, for scripts and jq.' },
];

/** The likeliest first: what was chosen, what the list is narrowed to, everything. */
export function whatToExport(view: ExportView): ExportChoice[] {
  const { ids, endpointId, only, total } = view;
  const query = view.query.trim();
  const choices: ExportChoice[] = [];
  if (ids.length > 0) {
    const label =
      ids.length === 1 ? 'The selected delivery' : `The ${count(ids.length)} chosen deliveries`;
    choices.push({ value: 'chosen', label, input: { ids } });
  }
  if (endpointId !== null || only !== null || query !== '') {
    const input = {
      ...(endpointId !== null && { endpointId }),
      ...(only !== null && { only }),
      ...(query !== '' && { query }),
    };
    choices.push({ value: 'list', label: `What the list shows: ${listWords(view)}`, input });
  }
  choices.push({ value: 'all', label: `All deliveries (${count(total)})`, input: {} });
  return choices;
}

function listWords({ endpointName, only, query }: ExportView): string {
  const parts = [
    only === 'failed' ? 'failed signatures' : only === 'pinned' ? 'pinned' : null,
    endpointName,
    query.trim() === '' ? null : `“${query.trim()}”`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

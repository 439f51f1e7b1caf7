// Names and values in two columns, a row a pair, and what copies the value beside it.

import type { ReactNode } from 'react';
import { CopyButton, type CopyButtonProps } from './CopyButton.tsx';

/** Its children are rows. */
export function PairTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse">
      <colgroup>
        <col className="w-[38%]" />
        <col />
        <col className="w-9" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Copy</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export interface PairRowProps {
  name: ReactNode;
  /** The value, as it is shown. */
  children: ReactNode;
  /** Null where there is nothing to copy. */
  copy: Pick<CopyButtonProps, 'text' | 'label' | 'onError'> | null;
}

export function PairRow({ name, children, copy }: PairRowProps) {
  return (
    <tr className="border-line2 not-first:border-t align-top hover:bg-hover">
      <th
        scope="row"
        className="wire wrap-anywhere py-[7px] pr-2 pl-3 text-left font-medium text-ink"
      >
        {name}
      </th>
      <td className="wrap-anywhere py-[7px] pr-1 text-ink2">{children}</td>
      <td className="py-[3px] pr-2 text-right">
        {copy === null ? null : <CopyButton {...copy} />}
      </td>
    </tr>
  );
}

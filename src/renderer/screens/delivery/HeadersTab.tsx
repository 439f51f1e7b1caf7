// The request's headers, with those marked that the provider signs and names things with.

import type { HeaderPair } from '../../../shared/headers.ts';
import { headerTerm, withTerm } from '../../../shared/query/terms.ts';
import { useView } from '../../state/view.ts';
import type { DeliveryContext } from './context.ts';
import { HeaderTable } from './HeaderTable.tsx';
import { headerMark } from './header-marks.ts';

function filterByHeader([name, value]: HeaderPair): void {
  const { query, setQuery } = useView.getState();
  setQuery(withTerm(query, headerTerm(name, value)));
}

export function HeadersTab({ context }: { context: DeliveryContext }) {
  return (
    <div className="px-[18px] py-4">
      <HeaderTable
        label="Request headers"
        headers={context.delivery.headers}
        receivedAt={context.delivery.receivedAt}
        onFilter={filterByHeader}
        mark={(pair) => headerMark(pair, context)}
      />
    </div>
  );
}

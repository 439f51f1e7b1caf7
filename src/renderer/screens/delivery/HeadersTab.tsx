// The request's headers, with those marked that the provider signs and names things with.

import type { DeliveryContext } from './context.ts';
import { HeaderTable } from './HeaderTable.tsx';
import { headerMark } from './header-marks.ts';

export function HeadersTab({ context }: { context: DeliveryContext }) {
  return (
    <div className="px-[18px] py-4">
      <HeaderTable
        label="Request headers"
        headers={context.delivery.headers}
        receivedAt={context.delivery.receivedAt}
        mark={(pair) => headerMark(pair, context)}
      />
    </div>
  );
}

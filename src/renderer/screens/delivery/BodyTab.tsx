// The request body in the viewers.

import { getHeader } from '../../../shared/headers.ts';
import { bodyTerm, withTerm } from '../../../shared/query/terms.ts';
import { useView } from '../../state/view.ts';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import type { ValuePath } from '../../viewers/value-path.ts';
import type { DeliveryContext } from './context.ts';
import { LoadedBody } from './LoadedBody.tsx';
import { deliveryTitle } from './overview-words.ts';

/** Adds a value of the body to the filter of the list. */
function filterByValue(path: ValuePath, value: string): void {
  const { query, setQuery } = useView.getState();
  const term = bodyTerm(path, value);
  if (term !== null) setQuery(withTerm(query, term));
}

export function BodyTab({ context: { delivery } }: { context: DeliveryContext }) {
  return (
    <div className="flex h-full min-h-72 flex-col gap-2.5 px-[18px] py-4">
      {delivery.state === 'complete' ? null : (
        <ViewerNotice tone="warn">
          This is what was read before the request ended. {delivery.problem}
        </ViewerNotice>
      )}
      <LoadedBody
        source={{ kind: 'delivery', id: delivery.id }}
        contentType={delivery.contentType}
        contentEncoding={getHeader(delivery.headers, 'content-encoding')}
        label="Request body"
        facts={{ receivedAt: delivery.receivedAt, onFilter: filterByValue }}
        fileName={`${deliveryTitle(delivery)} ${delivery.id}`}
      />
    </div>
  );
}

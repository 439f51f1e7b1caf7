// The request body in the viewers.

import { useState } from 'react';
import { getHeader } from '../../../shared/headers.ts';
import { bodyTerm, withTerm } from '../../../shared/query/terms.ts';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../state/view.ts';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import type { ValuePath } from '../../viewers/value-path.ts';
import type { DeliveryContext } from './context.ts';
import { InsideBody } from './InsideBody.tsx';
import { LoadedBody } from './LoadedBody.tsx';
import { deliveryTitle } from './overview-words.ts';

/** Adds a value of the body to the filter of the list. */
function filterByValue(path: ValuePath, value: string): void {
  const { query, setQuery } = useView.getState();
  const term = bodyTerm(path, value);
  if (term !== null) setQuery(withTerm(query, term));
}

export function BodyTab({ context: { delivery, provider } }: { context: DeliveryContext }) {
  const [wanted, setWanted] = useState<'inside' | 'wire'>('inside');
  const { decrypted, receivedAt } = delivery;
  const fileName = `${deliveryTitle(delivery)} ${delivery.id}`;
  return (
    <div className="flex h-full min-h-72 flex-col gap-2.5 px-[18px] py-4">
      {delivery.state === 'complete' ? null : (
        <ViewerNotice tone="warn">
          This is what was read before the request ended. {delivery.problem}
        </ViewerNotice>
      )}
      {decrypted !== null && wanted === 'inside' ? (
        <InsideBody
          text={decrypted}
          provider={provider?.name ?? 'The provider'}
          fileName={fileName}
          facts={{ receivedAt }}
          onWire={() => setWanted('wire')}
        />
      ) : (
        <>
          {decrypted === null ? null : (
            <ViewerNotice
              action={
                <Button size="sm" onClick={() => setWanted('inside')}>
                  Show what is inside
                </Button>
              }
            >
              This is the body as it came, encrypted.
            </ViewerNotice>
          )}
          <LoadedBody
            source={{ kind: 'delivery', id: delivery.id }}
            contentType={delivery.contentType}
            contentEncoding={getHeader(delivery.headers, 'content-encoding')}
            label="Request body"
            facts={{ receivedAt, onFilter: filterByValue }}
            fileName={fileName}
          />
        </>
      )}
    </div>
  );
}

// The beginning of the body, for the overview: a few lines, in the form that suits it.

import { useCallback, useMemo } from 'react';
import { getHeader } from '../../../shared/headers.ts';
import type { Delivery } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { bytes as formatBytes } from '../../lib/format.ts';
import { useView } from '../../state/view.ts';
import type { BodyContent } from '../../viewers/content.ts';
import { JsonLines } from '../../viewers/JsonLines.tsx';
import { previewBody } from '../../viewers/preview.ts';
import { useContent } from '../../viewers/use-content.ts';
import { useSliced } from '../../viewers/use-sliced.ts';
import { useBody } from './use-body.ts';

/** A larger body is not fetched for its beginning alone. */
const MAX_FETCHED_BYTES = 1024 * 1024;

export function BodyPreview({ delivery }: { delivery: Delivery }) {
  const setTab = useView((view) => view.setTab);
  const small = delivery.bodySize > 0 && delivery.bodySize <= MAX_FETCHED_BYTES;
  return (
    <section>
      <div className="mb-2 flex items-center justify-between">
        <h3 className="text-[12.5px]">Body</h3>
        {delivery.bodySize === 0 ? null : (
          <Button size="sm" variant="ghost" className="-mr-2" onClick={() => setTab('body')}>
            Show all {formatBytes(delivery.bodySize)}
          </Button>
        )}
      </div>
      {delivery.bodySize === 0 ? (
        <p className="text-ink3">There is no body.</p>
      ) : small ? (
        <FetchedPreview delivery={delivery} />
      ) : (
        <p className="text-ink3">
          {formatBytes(delivery.bodySize)} of {delivery.contentType ?? 'an unnamed type'}.
        </p>
      )}
    </section>
  );
}

function FetchedPreview({ delivery }: { delivery: Delivery }) {
  const [state] = useBody('delivery', delivery.id);
  if (state.status === 'error') return <p className="text-bad">{state.message}</p>;
  if (state.status === 'loading') return <Spinner label="Loading the body" />;
  return <Decoded delivery={delivery} bytes={state.body.bytes} />;
}

interface DecodedProps {
  delivery: Delivery;
  bytes: BodyContent['bytes'];
}

function Decoded({ delivery, bytes }: DecodedProps) {
  const encoding = useMemo(() => getHeader(delivery.headers, 'content-encoding'), [delivery]);
  const prepared = useContent(bytes, delivery.contentType, encoding);
  return prepared === null ? null : <Beginning content={prepared.content} />;
}

function Beginning({ content }: { content: BodyContent }) {
  const make = useCallback(() => previewBody(content), [content]);
  const preview = useSliced(make);
  if (preview === null) return null;
  if (preview.kind === 'words') return <p className="text-ink3">{preview.text}</p>;
  return (
    <div className="relative overflow-hidden rounded-card border border-line bg-bg px-3 py-2">
      <JsonLines lines={preview.lines} json={preview.kind === 'json'} />
      {preview.cut ? (
        <span
          aria-hidden="true"
          className="absolute inset-x-0 bottom-0 h-10 bg-linear-to-t from-bg to-transparent"
        />
      ) : null}
    </div>
  );
}

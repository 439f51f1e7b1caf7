// One attempt: how it ended, its phases, and the response's headers and body.

import { useState } from 'react';
import { getHeader } from '../../../shared/headers.ts';
import type { Attempt } from '../../../shared/model.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import { HeaderTable } from './HeaderTable.tsx';
import { LoadedBody } from './LoadedBody.tsx';
import { WaterfallChart } from './WaterfallChart.tsx';
import { attemptWaterfall } from './waterfall.ts';

type Part = 'body' | 'headers' | 'timing';

export function AttemptDetail({ attempt }: { attempt: Attempt }) {
  const [part, setPart] = useState<Part>('body');
  const { outcome, failure } = attempt;
  if (outcome === 'pending') {
    return <p className="border-line2 border-t px-3 py-3 text-ink3">Waiting for the answer…</p>;
  }
  return (
    <div className="flex flex-col gap-3 border-line2 border-t p-3">
      {failure === null ? null : <ViewerNotice tone="bad">{failure.message}</ViewerNotice>}
      {outcome === 'failure' ? (
        <Phases attempt={attempt} />
      ) : (
        <>
          <span className="self-start">
            <Segmented<Part>
              label="Part of the response"
              value={part}
              onValue={setPart}
              options={[
                { value: 'body', label: 'Response' },
                { value: 'headers', label: `Headers ${attempt.headers.length}` },
                { value: 'timing', label: 'Timing' },
              ]}
            />
          </span>
          <ResponsePart part={part} attempt={attempt} />
        </>
      )}
    </div>
  );
}

function ResponsePart({ part, attempt }: { part: Part; attempt: Attempt }) {
  switch (part) {
    case 'body':
      return <ResponseBody attempt={attempt} />;
    case 'headers':
      return <HeaderTable label="Response headers" headers={attempt.headers} />;
    case 'timing':
      return <Phases attempt={attempt} />;
  }
}

function ResponseBody({ attempt }: { attempt: Attempt }) {
  const { id, headers, bodySize } = attempt;
  if (bodySize === 0) return <p className="text-ink3">The response has no body.</p>;
  return (
    <div className="flex max-h-[420px] min-h-40 flex-col gap-2.5">
      <LoadedBody
        source={{ kind: 'attempt', id }}
        contentType={getHeader(headers, 'content-type')}
        contentEncoding={getHeader(headers, 'content-encoding')}
        label="Response body"
        cutNote="The response was read to its end, but of a long one only the beginning is stored."
        fileName={`response ${id}`}
      />
    </div>
  );
}

function Phases({ attempt }: { attempt: Attempt }) {
  const waterfall = attemptWaterfall(attempt);
  if (waterfall.phases.length === 0) {
    return <p className="text-ink3">It ended before anything could be measured.</p>;
  }
  return <WaterfallChart waterfall={waterfall} />;
}

// One attempt: how it ended, the response's body and headers, what was sent, and its phases.

import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { getHeader } from '../../../shared/headers.ts';
import type { Attempt } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { compare, ofAttempt } from '../../state/compare.ts';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import { AttemptRequest } from './AttemptRequest.tsx';
import { HeaderTable } from './HeaderTable.tsx';
import { LoadedBody } from './LoadedBody.tsx';
import { WaterfallChart } from './WaterfallChart.tsx';
import { attemptWaterfall } from './waterfall.ts';

type Part = 'body' | 'headers' | 'timing';

export interface AttemptDetailProps {
  attempt: Attempt;
  /** The attempt before it that was answered; null where there is none. */
  before: Attempt | null;
}

export function AttemptDetail({ attempt, before }: AttemptDetailProps) {
  const [chosen, setChosen] = useState<Part | null>(null);
  const { outcome, failure } = attempt;
  const part = chosen ?? (outcome === 'response' ? 'body' : 'timing');
  if (outcome === 'pending') {
    return <p className="border-line2 border-t px-3 py-3 text-ink3">Waiting for the answer…</p>;
  }
  return (
    <div className="flex flex-col gap-3 border-line2 border-t p-3">
      {failure === null ? null : <ViewerNotice tone="bad">{failure.message}</ViewerNotice>}
      <span className="self-start">
        <Segmented<Part>
          label="Part of the attempt"
          value={part}
          onValue={setChosen}
          options={partsOf(attempt)}
        />
      </span>
      <Shown part={part} attempt={attempt} />
      {before !== null && (part === 'body' || part === 'headers') ? (
        <AnswerBefore attempt={attempt} before={before} />
      ) : null}
    </div>
  );
}

function AnswerBefore({ attempt, before }: { attempt: Attempt; before: Attempt }) {
  return (
    <div className="flex items-center gap-2">
      <p className="flex-1 text-ink3">
        Before that it was answered{' '}
        <span className="wire">{before.status ?? 'without a status'}</span>
      </p>
      <Button
        size="sm"
        icon={<Columns2 aria-hidden="true" />}
        onClick={() => compare(ofAttempt('response', before), ofAttempt('response', attempt))}
      >
        Compare both answers
      </Button>
    </div>
  );
}

function partsOf({ outcome, trigger }: Attempt): { value: Part; label: string }[] {
  const answered = outcome === 'response';
  return [
    ...(answered ? [{ value: 'body' as const, label: 'Response' }] : []),
    // A handshake's call back sends nothing of the delivery's.
    ...(answered || trigger !== 'handshake'
      ? [{ value: 'headers' as const, label: 'Headers' }]
      : []),
    { value: 'timing', label: 'Timing' },
  ];
}

function Shown({ part, attempt }: { part: Part; attempt: Attempt }) {
  switch (part) {
    case 'body':
      return <ResponseBody attempt={attempt} />;
    case 'headers':
      return <Headers attempt={attempt} />;
    case 'timing':
      return <Phases attempt={attempt} />;
    default:
      return assertNever(part);
  }
}

/** Those of the answer, then what was sent. */
function Headers({ attempt }: { attempt: Attempt }) {
  return (
    <>
      {attempt.outcome === 'response' ? (
        <section className="flex flex-col gap-2">
          <h3>What was answered</h3>
          <HeaderTable label="Response headers" headers={attempt.headers} />
        </section>
      ) : null}
      {attempt.trigger === 'handshake' ? null : <AttemptRequest attempt={attempt} />}
    </>
  );
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

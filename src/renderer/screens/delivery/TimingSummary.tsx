// Where the time went, from the request's head to the answer, beside what the provider gives.

import { answerTime } from './answer-words.ts';
import type { DeliveryContext } from './context.ts';
import { WaterfallChart } from './WaterfallChart.tsx';
import { deliveryWaterfall } from './waterfall.ts';

export function TimingSummary({ context: { delivery, provider } }: { context: DeliveryContext }) {
  const waterfall = deliveryWaterfall(delivery, provider?.deadlineSeconds ?? null);
  return (
    <section>
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-[12.5px]">Timing</h3>
        <span className="text-ink3 text-sm">{answerTime(delivery, provider)}</span>
      </div>
      {waterfall.phases.length === 0 ? (
        <p className="text-ink3">Nothing was measured: the request was never complete.</p>
      ) : (
        <WaterfallChart
          waterfall={waterfall}
          {...(provider ? { deadlineOf: provider.name } : {})}
        />
      )}
    </section>
  );
}

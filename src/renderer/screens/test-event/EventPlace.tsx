// Where a test event goes, and what that means.

import { Segmented } from '../../components/Segmented.tsx';
import { PLACES } from './test-event-words.ts';
import type { TestEvent } from './use-test-event.ts';

export function EventPlace({ event: { place, setPlace, goesTo } }: { event: TestEvent }) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-ink">Send to</span>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Segmented label="Send to" value={place} onValue={setPlace} options={PLACES} />
        <p role="status" className="min-w-0 flex-1 text-ink3 text-sm">
          {goesTo.url === null ? null : (
            <span className="wire wrap-anywhere mr-2 text-ink2">{goesTo.url}</span>
          )}
          {goesTo.words}
        </p>
      </div>
    </div>
  );
}

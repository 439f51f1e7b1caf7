// Where a test event goes, and what that means.

import { Segmented } from '../../components/Segmented.tsx';
import { PLACES } from './test-event-words.ts';
import type { TestEvent } from './use-test-event.ts';

export function EventPlace({ event: { place, setPlace, goesTo } }: { event: TestEvent }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="font-medium text-ink">Send to</span>
      <div className="flex h-[30px] items-center">
        <Segmented label="Send to" value={place} onValue={setPlace} options={PLACES} />
      </div>
      <p role="status" className="text-ink3 text-sm">
        {goesTo.words}
        {goesTo.url === null ? null : (
          <span className="wire wrap-anywhere block text-ink2">{goesTo.url}</span>
        )}
      </p>
    </div>
  );
}

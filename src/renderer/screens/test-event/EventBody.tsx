// What is in a test event, for editing.

import { TextEditor } from '../../viewers/code/TextEditor.tsx';
import { isJsonType, jsonProblem } from './test-event-words.ts';
import type { TestEvent } from './use-test-event.ts';

export function EventBody({ event: { sample, text, setText } }: { event: TestEvent }) {
  const json = sample.state === 'there' && isJsonType(sample.value.contentType);
  const problem = json && text !== null ? jsonProblem(text) : null;
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-ink">Body</span>
      {/* What the rest of the dialog leaves of its height, so that all of it is in view. */}
      <div className="h-[calc(82vh-428px)] min-h-[110px]">
        {sample.state === 'there' ? (
          <TextEditor text={sample.value.body} label="Body" json={json} onText={setText} />
        ) : null}
      </div>
      <p role="status" className={problem === null ? 'text-ink3 text-sm' : 'text-sm text-warn'}>
        {problem === null ? null : `${problem} It is sent as it stands here.`}
        {problem === null && text === null
          ? 'Sent as it is, each one has fresh ids and times.'
          : null}
        {problem === null && text !== null ? 'Edited: it is sent as it stands here.' : null}
      </p>
    </div>
  );
}

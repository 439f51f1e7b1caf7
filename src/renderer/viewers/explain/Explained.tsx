// A value with what it says in words, shown while the pointer rests on it or it has the focus.

import { type ReactNode, useMemo } from 'react';
import { Tooltip } from '../../components/Tooltip.tsx';
import { type Explanation, explainValue } from './explain-value.ts';

export interface ExplainedProps {
  text: string;
  /** When the request came (ISO 8601). */
  receivedAt: string | null;
  /** The value as it is shown. */
  children: ReactNode;
}

/** Only what can be explained becomes something to focus. */
export function Explained({ text, receivedAt, children }: ExplainedProps) {
  const explanation = useMemo(
    () => explainValue(text, { receivedAt, now: Date.now() }),
    [text, receivedAt],
  );
  if (explanation === null) return children;
  return (
    <Tooltip content={<ExplanationText explanation={explanation} />} side="top">
      <button
        type="button"
        className="cursor-help! select-text rounded-sm text-left underline decoration-ink3 decoration-dotted underline-offset-3"
      >
        {children}
      </button>
    </Tooltip>
  );
}

function ExplanationText({ explanation: { title, lines } }: { explanation: Explanation }) {
  return (
    <span className="block min-w-0">
      <span className="block font-semibold">{title}</span>
      {lines.map((line) => (
        <span key={line} className="wrap-anywhere block">
          {line}
        </span>
      ))}
    </span>
  );
}

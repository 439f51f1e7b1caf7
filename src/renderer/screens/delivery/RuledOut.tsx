// What the doctor tried without success: it narrows down what is left to look for.

import type { DeliveryContext } from './context.ts';
import { listOf, ruledOut } from './finding-words.ts';

export function RuledOut({ context: { delivery } }: { context: DeliveryContext }) {
  const proof = ruledOut(delivery.verdict)?.proof ?? '';
  if (proof === '') return null;
  const { lead, items, rest } = listOf(proof);
  return (
    <section
      aria-label="What was tried"
      className="wrap-anywhere rounded-card border border-line px-[15px] py-3"
    >
      {items.length === 0 ? (
        <p className="text-pretty text-ink2">{lead}</p>
      ) : (
        <>
          <h3 className="text-[12.5px]">{lead}</h3>
          <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-4 text-ink2 marker:text-ink3">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      {rest === '' ? null : <p className="mt-1.5 text-pretty text-ink2">{rest}</p>}
    </section>
  );
}

// What the doctor tried without success: it narrows down what is left to look for.

import type { DeliveryContext } from './context.ts';
import { ruledOut } from './finding-words.ts';

export function RuledOut({ context: { delivery } }: { context: DeliveryContext }) {
  const finding = ruledOut(delivery.verdict);
  if (finding === null) return null;
  return (
    <section
      aria-label="What was tried"
      className="wrap-anywhere flex flex-col gap-1.5 rounded-card border border-line px-[15px] py-3"
    >
      <h3 className="text-[12.5px]">{finding.message.replace(/\.$/, '')}</h3>
      <p className="text-pretty text-ink2">{finding.proof}</p>
      <p className="text-pretty text-ink2">{finding.fix}</p>
    </section>
  );
}

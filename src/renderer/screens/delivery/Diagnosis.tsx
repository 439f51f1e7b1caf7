// Why a request was not verified: what happened as a headline, the proof, with its bytes where it is
// about bytes, where it is to be mended, what to do, and a button for it where there is something to set.

import type { ReactNode } from 'react';
import type { Finding } from '../../../shared/model.ts';
import { Chip } from '../../components/Chip.tsx';
import { cx } from '../../lib/cx.ts';
import type { Tone } from '../../lib/verdict.ts';
import { ByteExcerpt } from './ByteExcerpt.tsx';
import type { DeliveryContext } from './context.ts';
import { furtherFindings, leadingFindings, proofLabel, sideName } from './finding-words.ts';
import { NextStepButton } from './NextStepButton.tsx';
import { SidePicture } from './SidePicture.tsx';
import { signatureConclusion } from './signature-words.ts';
import { toneCard, toneSign, toneText } from './tones.ts';

/** Nothing where nothing was found. */
export function Diagnosis({ context }: { context: DeliveryContext }) {
  const { delivery, provider } = context;
  const findings = leadingFindings(delivery.verdict);
  const [first] = findings;
  if (first === undefined) return null;
  const { tone, title, next } = signatureConclusion(delivery, provider);
  const sender = provider?.name ?? 'The sender';
  const further = furtherFindings(delivery.verdict);
  const excerpt = findings.find((finding) => finding.excerpt !== undefined)?.excerpt;
  return (
    <>
      <section aria-label="Why it failed" className={cx('rounded-card border', toneCard[tone])}>
        <Headline tone={tone} title={title} />
        <dl className="flex flex-col gap-2.5 px-[15px] pt-2">
          <Part label={proofLabel(first.cause)}>
            <p className="text-ink2">{first.proof}</p>
            {excerpt === undefined ? null : (
              <div className="mt-2">
                <ByteExcerpt excerpt={excerpt} bodySize={delivery.bodySize} />
              </div>
            )}
          </Part>
          <Part label="What to do">
            {findings.map(({ fix, cause }) => (
              <p key={cause} className="text-ink not-first:mt-1.5">
                {fix}
              </p>
            ))}
          </Part>
        </dl>
        <Actions>
          <NextStepButton next={next} context={context} />
        </Actions>
        <SidePicture
          sides={findings.map(({ side }) => side)}
          sender={sender}
          failed={tone === 'bad'}
        />
      </section>
      {further.length === 0 ? null : <Further findings={further} sender={sender} />}
    </>
  );
}

function Headline({ tone, title }: { tone: Tone; title: string }) {
  return (
    <h3 className="flex gap-2 px-[15px] pt-[14px] text-ink text-lg">
      <span aria-hidden="true" className={cx('w-3 flex-none text-center', toneText[tone])}>
        {toneSign[tone]}
      </span>
      <span className="wrap-anywhere min-w-0 text-balance">{title}</span>
    </h3>
  );
}

/** Which is which is plain to see; who does not see it is told. */
function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wrap-anywhere text-pretty">
      <dt className="sr-only">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Takes no room while there is no button. */
function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-1.5 px-[15px] pt-3 empty:hidden">{children}</div>;
}

function Further({ findings, sender }: { findings: Finding[]; sender: string }) {
  return (
    <section aria-label="Also found" className="rounded-card border border-line">
      <h3 className="px-3.5 pt-2.5 text-[12.5px]">Also found</h3>
      <ul>
        {findings.map(({ cause, message, proof, fix, side }) => (
          <li
            key={`${cause} ${proof}`}
            className="flex flex-col gap-1 border-line2 px-3.5 py-2.5 not-first:border-t"
          >
            <div className="flex items-start gap-3">
              <p className="wrap-anywhere min-w-0 flex-1 font-medium">{message}</p>
              <Chip tone="mute" word={sideName(side, sender)} />
            </div>
            <p className="wrap-anywhere text-ink2 text-pretty">{`${proof} ${fix}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

// The verdict: the conclusion in words, every check that was made, how the provider signs, what to do.

import type { Check } from '../../../shared/model.ts';
import { Chip } from '../../components/Chip.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { cx } from '../../lib/cx.ts';
import { reportError } from '../../state/actions.ts';
import { ConclusionCard } from './ConclusionCard.tsx';
import type { DeliveryContext } from './context.ts';
import { Diagnosis } from './Diagnosis.tsx';
import { leadingFinding } from './finding-words.ts';
import { Guesses } from './Guesses.tsx';
import { NextStepButton } from './NextStepButton.tsx';
import { RuledOut } from './RuledOut.tsx';
import { checkId } from './show-check.ts';
import { checkLabel, signatureConclusion } from './signature-words.ts';
import { TimingSummary } from './TimingSummary.tsx';
import { toneSign, toneText } from './tones.ts';
import { Warnings } from './Warnings.tsx';

export function SignatureTab({ context }: { context: DeliveryContext }) {
  const { delivery, provider } = context;
  const { verdict } = delivery;
  const conclusion = signatureConclusion(delivery, provider);
  return (
    <div className="flex flex-col gap-4 px-[18px] py-4">
      {leadingFinding(verdict) === null ? (
        <ConclusionCard
          tone={conclusion.tone}
          title={conclusion.title}
          actions={
            conclusion.next === null ? null : (
              <NextStepButton next={conclusion.next} context={context} />
            )
          }
        >
          {conclusion.text === '' ? null : <p className="pl-5">{conclusion.text}</p>}
        </ConclusionCard>
      ) : (
        <Diagnosis context={context} />
      )}
      <Warnings warnings={verdict.warnings} />
      {verdict.checks.length === 0 ? null : <Checks checks={verdict.checks} />}
      <RuledOut context={context} />
      <TimingSummary context={context} />
      <Guesses context={context} />
      <HowItIsSigned context={context} />
    </div>
  );
}

function Checks({ checks }: { checks: Check[] }) {
  return (
    <section
      aria-label="Checks"
      className="@container overflow-hidden rounded-card border border-line"
    >
      <ul>
        {checks.map(({ name, ok, detail }) => {
          const tone = ok ? 'ok' : 'bad';
          return (
            <li
              key={name}
              id={checkId(name)}
              tabIndex={-1}
              className="ring-inside scroll-m-4 focus:bg-sel grid grid-cols-[18px_minmax(0,126px)_minmax(0,1fr)] items-baseline gap-x-2 border-line2 @max-[340px]:grid-cols-[18px_minmax(0,1fr)] not-first:border-t px-3.5 py-2"
            >
              <span className={cx('font-semibold', toneText[tone])}>
                <span aria-hidden="true">{toneSign[tone]}</span>
                <span className="sr-only">{ok ? 'Passed' : 'Failed'}</span>
              </span>
              <span className="font-medium">{checkLabel(name)}</span>
              <span
                className={cx(
                  'col-start-3 wrap-anywhere text-ink3 @max-[340px]:col-start-2',
                  isWire(name, ok) && 'wire leading-[19px]',
                )}
              >
                {detail}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The header as it came; every other detail is words. */
function isWire(name: Check['name'], ok: boolean): boolean {
  return name === 'header-present' && ok;
}

function HowItIsSigned({ context: { delivery, provider } }: { context: DeliveryContext }) {
  const { scheme, secretLabel } = delivery.verdict;
  if (provider === null) return null;
  const rows: [label: string, value: string, wire: boolean][] = [
    ['Provider', provider.name, false],
    ['How it signs', scheme ?? provider.scheme, false],
  ];
  if (provider.signatureHeader) rows.push(['Signature header', provider.signatureHeader, true]);
  if (secretLabel !== null) rows.push(['Secret that matched', secretLabel, false]);
  return (
    <section>
      <h3 className="mb-2 flex items-center gap-2 text-[12.5px]">
        How {provider.name} signs
        {provider.confidence === 'unconfirmed' ? (
          <Chip tone="warn" word="unconfirmed" title="Not checked against a document of theirs" />
        ) : null}
      </h3>
      <dl className="grid grid-cols-[minmax(0,148px)_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {rows.map(([label, value, wire]) => (
          <div key={label} className="contents">
            <dt className="text-ink3">{label}</dt>
            <dd className={cx('break-words text-ink2', wire && 'wire leading-[19px]')}>{value}</dd>
          </div>
        ))}
      </dl>
      {provider.docs?.startsWith('https://') ? (
        <p className="mt-3 text-ink3 text-sm">
          {provider.name} describes it at{' '}
          <span className="wire wrap-anywhere select-all">{provider.docs}</span>
          <span className="-my-1 inline-block align-middle">
            <CopyButton text={provider.docs} label="Copy the address" onError={reportError} />
          </span>
        </p>
      ) : null}
    </section>
  );
}

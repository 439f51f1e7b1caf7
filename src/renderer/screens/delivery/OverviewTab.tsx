// The story of a delivery: the conclusion, what it means, the facts, and the body's beginning.

import type { ReactNode } from 'react';
import { CopyButton } from '../../components/CopyButton.tsx';
import { cx } from '../../lib/cx.ts';
import { bytes, dateAndTime } from '../../lib/format.ts';
import { requestLine } from '../../lib/request-name.ts';
import { reportError } from '../../state/actions.ts';
import { useView } from '../../state/view.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';
import { LongText } from '../../viewers/LongText.tsx';
import { BodyPreview } from './BodyPreview.tsx';
import { ConclusionCard } from './ConclusionCard.tsx';
import type { DeliveryContext } from './context.ts';
import { Guesses } from './Guesses.tsx';
import { HandshakeButton } from './HandshakeButton.tsx';
import { handshakeStep } from './handshake-words.ts';
import { importedWords } from './imported-words.ts';
import { NextStepButton } from './NextStepButton.tsx';
import { tellStory } from './overview-words.ts';
import { signatureConclusion } from './signature-words.ts';
import { toneSign, toneText } from './tones.ts';
import { Warnings } from './Warnings.tsx';

export function OverviewTab({ context }: { context: DeliveryContext }) {
  const { delivery, provider } = context;
  const story = tellStory(delivery, provider);
  const { next } = signatureConclusion(delivery, provider);
  // The guesses are the better button where there are any.
  const guessed = delivery.guesses.length > 0 && next === 'set-provider';
  const step = guessed || delivery.state !== 'complete' ? null : next;
  // What the provider waits for comes first.
  const waits = handshakeStep(delivery);
  return (
    <div className="flex flex-col gap-4 px-[18px] py-4">
      <ConclusionCard
        tone={story.tone}
        title={story.title}
        actions={
          waits === null ? (
            step === null ? null : (
              <NextStepButton next={step} context={context} />
            )
          ) : (
            <HandshakeButton key={delivery.id} deliveryId={delivery.id} step={waits} />
          )
        }
      >
        {story.statements.map(({ tone, text }, index) => (
          <p key={text} className="flex gap-2">
            <span
              aria-hidden="true"
              className={cx('w-3 flex-none text-center font-semibold', toneText[tone])}
            >
              {index === 0 && tone === story.tone ? '' : toneSign[tone]}
            </span>
            <span className="min-w-0">{visibleText(text)}</span>
          </p>
        ))}
      </ConclusionCard>
      <Warnings warnings={delivery.verdict.warnings} />
      <Guesses context={context} />
      <Facts context={context} />
      <BodyPreview delivery={delivery} />
    </div>
  );
}

function Facts({ context }: { context: DeliveryContext }) {
  const { delivery, endpoint, provider } = context;
  const request = requestLine(delivery);
  return (
    <dl className="grid grid-cols-[minmax(0,100px)_minmax(0,1fr)] gap-x-3 gap-y-[5px]">
      <Fact label="Received">{dateAndTime(delivery.receivedAt)}</Fact>
      <Fact label="Request" wire>
        {request === null ? (
          <span className="font-sans text-base">its first line could not be read</span>
        ) : (
          <>
            <LongText text={request} limit={240} />
            {delivery.httpVersion === '' ? null : (
              <span className="text-ink3"> HTTP/{delivery.httpVersion}</span>
            )}
          </>
        )}
      </Fact>
      {delivery.eventType === null ? null : (
        <Fact label="Event type" wire>
          <LongText text={delivery.eventType} limit={240} />
        </Fact>
      )}
      {delivery.messageId === null ? null : (
        <Fact label="Message id" wire copy={delivery.messageId}>
          <LongText text={delivery.messageId} limit={240} />
        </Fact>
      )}
      <Fact label="Endpoint">
        {endpoint === null ? (
          'was removed'
        ) : (
          <EndpointLink id={endpoint.id} name={endpoint.name} path={endpoint.path} />
        )}
      </Fact>
      <Fact label="Provider">{provider?.name ?? delivery.provider ?? 'none is set'}</Fact>
      <Fact label="Body">
        {bytes(delivery.bodySize)}
        {delivery.contentType === null ? null : (
          <span className="wire text-ink3"> {visibleText(delivery.contentType)}</span>
        )}
      </Fact>
      {delivery.imported === null ? null : (
        <Fact label="Imported">{importedWords(delivery.imported)}</Fact>
      )}
      {delivery.remoteAddress === null ? null : (
        <Fact label="Sender" wire>
          {delivery.remoteAddress}
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  label: string;
  wire?: boolean;
  copy?: string;
  children: ReactNode;
}

function Fact({ label, wire, copy, children }: FactProps) {
  return (
    <>
      <dt className="text-ink3">{label}</dt>
      <dd className="flex items-start gap-1 text-ink2">
        <span className={cx('min-w-0 wrap-anywhere', wire && 'wire leading-[19px]')}>
          {children}
        </span>
        {copy === undefined ? null : (
          <span className="-my-0.5">
            <CopyButton
              text={copy}
              label={`Copy the ${label.toLowerCase()}`}
              onError={reportError}
            />
          </span>
        )}
      </dd>
    </>
  );
}

function EndpointLink({ id, name, path }: { id: string; name: string; path: string }) {
  const open = useView((view) => view.open);
  return (
    <button
      type="button"
      className="rounded-sm text-left text-ink2 underline decoration-line underline-offset-2 hover:text-ink hover:decoration-ink3"
      onClick={() => open({ kind: 'endpoint', endpointId: id })}
    >
      {name} <span className="wire text-ink3">{path}</span>
    </button>
  );
}

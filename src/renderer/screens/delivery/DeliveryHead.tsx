// The head of the detail pane: what it is, the verdict, where and when, and what can be done with it.

import {
  Copy,
  CopyPlus,
  Ellipsis,
  FileDown,
  FileText,
  Fingerprint,
  Link,
  Pin,
  PinOff,
  RotateCcw,
  StickyNote,
  Tag,
  Trash2,
} from 'lucide-react';
import type { Label } from '../../../shared/labels.ts';
import type { Delivery } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { LabelSign } from '../../components/LabelSign.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { VerdictChip } from '../../components/VerdictChip.tsx';
import { cx } from '../../lib/cx.ts';
import { bytes, dateAndTime, timeOfDay } from '../../lib/format.ts';
import { requestLine } from '../../lib/request-name.ts';
import { openForward, replay, togglePin } from '../../state/actions.ts';
import { copyCurl, openCopyAs } from '../../state/copy-as.ts';
import { openExport } from '../../state/exchange.ts';
import { chooseLabel, noteOnSelected } from '../../state/labelling.ts';
import { removeDelivery } from '../../state/removing.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';
import type { DeliveryContext } from './context.ts';
import { copyBody, copyWire } from './copy-commands.ts';
import { deliveryTitle } from './overview-words.ts';

export interface DeliveryHeadProps {
  context: DeliveryContext;
  /** False where something else is the likelier next step. */
  leading: boolean;
}

export function DeliveryHead({ context, leading }: DeliveryHeadProps) {
  const { delivery } = context;
  const title = visibleText(deliveryTitle(delivery));
  return (
    <header className="@container/head flex-none px-[18px] pt-3.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2">
        <div className="col-span-2 flex h-[30px] items-center gap-2.5 @max-[414px]/head:col-span-1">
          <h2 className="min-w-0 truncate text-xl" title={title}>
            {title}
          </h2>
          {delivery.label === null ? null : <LabelButton id={delivery.id} label={delivery.label} />}
          <VerdictChip
            handshake={delivery.handshake}
            state={delivery.state}
            verdict={delivery.verdict}
          />
        </div>
        <SubLine context={context} />
        <Actions context={context} leading={leading} />
        <Tools delivery={delivery} />
      </div>
    </header>
  );
}

function LabelButton({ id, label }: { id: string; label: Label }) {
  return (
    <button
      type="button"
      aria-label={`Change the label ${label}`}
      onClick={() => chooseLabel(id)}
      className="inline-flex size-6 flex-none items-center justify-center rounded-md hover:bg-hover"
    >
      <LabelSign label={label} />
    </button>
  );
}

function SubLine({ context: { delivery } }: { context: DeliveryContext }) {
  const line = requestLine(delivery);
  // Not twice: without an event type it is the title.
  const request = line === null || line === deliveryTitle(delivery) ? null : visibleText(line);
  const time = timeOfDay(delivery.receivedAt);
  return (
    <p className="col-span-2 row-start-2 flex items-baseline gap-2 overflow-hidden whitespace-nowrap text-ink3">
      {request === null ? null : (
        <>
          <span className="wire min-w-0 truncate" title={request}>
            {request}
          </span>
          <Dot />
        </>
      )}
      <span className="flex-none" title={dateAndTime(delivery.receivedAt)}>
        {time.slice(0, 8)}
        <span className="@max-[370px]/head:hidden">{time.slice(8)}</span>
      </span>
      <Dot />
      <span className="flex-none">{bytes(delivery.bodySize)}</span>
      {delivery.messageId === null ? null : (
        <>
          <Dot narrow={false} />
          <span
            className="wire min-w-12 shrink-[99999] truncate @max-[370px]/head:hidden"
            title={delivery.messageId}
          >
            {visibleText(delivery.messageId)}
          </span>
        </>
      )}
    </p>
  );
}

function Dot({ narrow = true }: { narrow?: boolean }) {
  return (
    <span aria-hidden="true" className={cx('flex-none', !narrow && '@max-[370px]/head:hidden')}>
      ·
    </span>
  );
}

function Actions({ context, leading }: DeliveryHeadProps) {
  const { delivery } = context;
  const { id } = delivery;
  // A request that never was whole cannot be sent again as it was.
  const sendable = delivery.state === 'complete';
  const copyable = delivery.state !== 'malformed' && requestLine(delivery) !== null;
  return (
    <div className="row-start-3 mt-3 flex flex-wrap items-center gap-1.5 @max-[414px]/head:col-span-2">
      <Button
        variant={leading && sendable ? 'primary' : 'default'}
        disabled={!sendable}
        kbd="R"
        className="@max-[350px]/head:[&_kbd]:hidden"
        icon={<RotateCcw aria-hidden="true" />}
        onClick={() => void replay(id)}
      >
        Replay
      </Button>
      <Tooltip content="Send it to another server" kbd="F">
        <Button disabled={!sendable} onClick={() => openForward(id)}>
          Forward to…
        </Button>
      </Tooltip>
      <Tooltip content="Copy as a curl command with the exact bytes" kbd="C">
        <Button disabled={!copyable} onClick={() => void copyCurl(id)}>
          <span>
            <span className="@max-[350px]/head:sr-only">Copy as </span>cURL
          </span>
        </Button>
      </Tooltip>
    </div>
  );
}

/** Beside the actions where there is room, else beside the title; pinning is in the menu too. */
function Tools({ delivery }: { delivery: Delivery }) {
  const { id, pinned } = delivery;
  return (
    <div className="col-start-2 row-start-3 mt-3 flex @max-[414px]/head:row-start-1 @max-[414px]/head:mt-0">
      <IconButton
        label={pinned ? 'Unpin' : 'Pin'}
        kbd="P"
        aria-pressed={pinned}
        className={cx('@max-[350px]/head:hidden', pinned && 'text-accent')}
        icon={pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
        onClick={() => void togglePin(id)}
      />
      <MoreMenu delivery={delivery} />
    </div>
  );
}

function MoreMenu({ delivery }: { delivery: Delivery }) {
  const { id, pinned } = delivery;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label="More"
          className="inline-flex size-[30px] flex-none items-center justify-center rounded-control text-ink2 hover:bg-hover hover:text-ink data-[state=open]:bg-hover [&_svg]:size-4"
        >
          <Ellipsis aria-hidden="true" />
        </button>
      }
      items={[
        {
          label: 'Copy as…',
          icon: <CopyPlus aria-hidden="true" />,
          kbd: 'Y',
          onSelect: () => openCopyAs(id),
        },
        {
          label: 'Export…',
          icon: <FileDown aria-hidden="true" />,
          kbd: 'X',
          onSelect: () => openExport([id]),
        },
        { kind: 'separator' },
        {
          label: 'Copy the body',
          icon: <FileText aria-hidden="true" />,
          disabled: delivery.bodySize === 0,
          onSelect: () => void copyBody(delivery),
        },
        {
          label: 'Copy the path',
          icon: <Link aria-hidden="true" />,
          disabled: delivery.target === '',
          onSelect: () => void copyWire(delivery.target, 'Path copied'),
        },
        {
          label: 'Copy the message id',
          icon: <Fingerprint aria-hidden="true" />,
          disabled: delivery.messageId === null,
          onSelect: () => void copyWire(delivery.messageId ?? '', 'Message id copied'),
        },
        {
          label: 'Copy the delivery’s id',
          icon: <Copy aria-hidden="true" />,
          onSelect: () => void copyWire(id, 'Id copied'),
        },
        { kind: 'separator' },
        {
          label: 'Label…',
          icon: <Tag aria-hidden="true" />,
          kbd: 'L',
          onSelect: () => chooseLabel(id),
        },
        {
          label: 'Note…',
          icon: <StickyNote aria-hidden="true" />,
          kbd: 'N',
          onSelect: () => noteOnSelected(id),
        },
        {
          label: pinned ? 'Unpin' : 'Pin',
          icon: pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />,
          kbd: 'P',
          onSelect: () => void togglePin(id),
        },
        {
          label: 'Delete',
          icon: <Trash2 aria-hidden="true" />,
          kbd: 'Del',
          danger: true,
          onSelect: () => removeDelivery(id),
        },
      ]}
    />
  );
}

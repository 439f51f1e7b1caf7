// Destinations to choose from without typing: the endpoint's own and the recent ones.

import { RadioGroup } from 'radix-ui';

export interface KnownDestinationsProps {
  own: string | null;
  recent: string[];
  value: string;
  onValue: (url: string) => void;
}

export function KnownDestinations({ own, recent, value, onValue }: KnownDestinationsProps) {
  if (own === null && recent.length === 0) return null;
  return (
    <RadioGroup.Root
      aria-label="Known destinations"
      value={value}
      onValueChange={onValue}
      className="flex flex-col overflow-hidden rounded-card border border-line"
    >
      {own === null ? null : <KnownItem url={own} note="this endpoint" />}
      {recent.map((url) => (
        <KnownItem key={url} url={url} note="recent" />
      ))}
    </RadioGroup.Root>
  );
}

function KnownItem({ url, note }: { url: string; note: string }) {
  return (
    <RadioGroup.Item
      value={url}
      className="ring-inside flex h-8 items-center gap-2.5 border-line2 border-b px-3 text-left last:border-b-0 hover:bg-hover data-[state=checked]:bg-sel"
    >
      <span
        aria-hidden="true"
        className="grid size-3.5 flex-none place-items-center rounded-full border border-edge"
      >
        <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
      </span>
      <span className="wire min-w-0 flex-1 truncate text-ink">{url}</span>
      <span className="flex-none text-ink3 text-sm">{note}</span>
    </RadioGroup.Item>
  );
}

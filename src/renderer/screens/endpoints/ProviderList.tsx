// The searchable list of providers: the most used first, then everyone; while searching, the best match.

import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ProviderInfo } from '../../../shared/model.ts';
import { Chip } from '../../components/Chip.tsx';
import { Glyph } from '../../components/Glyph.tsx';
import {
  categoryWords,
  groupProviders,
  type ProviderGroup,
  searchProviders,
} from './provider-list.ts';

export interface ProviderListProps {
  providers: ProviderInfo[];
  value: string | null;
  onChoose: (provider: string | null) => void;
}

const NONE = 'none';
/** Offered when nobody is found: between them they cover most of those who are not in the list. */
const GENERIC = ['standard-webhooks', 'hmac'] as const;

export function ProviderList({ providers, value, onChoose }: ProviderListProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(value ?? NONE);
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupProviders(providers), [providers]);
  const found = useMemo(() => foundBy(query, groups), [query, groups]);
  const choose = (id: string) => onChoose(id === NONE ? null : id);
  const item = (provider: ProviderInfo) => (
    <ProviderItem key={provider.id} provider={provider} chosen={value} onChoose={choose} />
  );
  const search = (text: string) => {
    setQuery(text);
    const [best] = foundBy(text, groups) ?? [];
    setActive(best?.id ?? (text.trim() === '' ? NONE : GENERIC[0]));
    list.current?.scrollTo({ top: 0 });
  };
  return (
    <Command label="Search providers" shouldFilter={false} value={active} onValueChange={setActive}>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden="true" className="size-3.5 flex-none text-ink3" />
        <Command.Input
          value={query}
          onValueChange={search}
          placeholder={`Search ${providers.length} providers`}
          className="h-9 w-full bg-transparent text-ink outline-none"
        />
      </div>
      <Command.List
        ref={list}
        label="Providers"
        className="max-h-[min(336px,calc(var(--radix-popover-content-available-height)-44px))] overflow-y-auto p-1"
      >
        {found === null ? (
          <>
            <Item id={NONE} name={null} on={value === null} onChoose={choose}>
              <span className="flex-none font-medium text-ink">Not set</span>
              <Note>Receive without checking signatures</Note>
            </Item>
            {groups.map(({ title, providers: members }) => (
              <Command.Group key={title} heading={title} className={GROUP}>
                {members.map(item)}
              </Command.Group>
            ))}
          </>
        ) : (
          found.map(item)
        )}
        {found?.length === 0 ? <NoneFound providers={providers} item={item} /> : null}
      </Command.List>
    </Command>
  );
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink3 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold';

/** Null while nothing is searched for. */
function foundBy(query: string, groups: ProviderGroup[]): ProviderInfo[] | null {
  if (query.trim() === '') return null;
  const offered = groups.flatMap(({ providers }) => providers);
  return searchProviders(offered, query);
}

interface NoneFoundProps {
  providers: ProviderInfo[];
  item: (provider: ProviderInfo) => ReactNode;
}

function NoneFound({ providers, item }: NoneFoundProps) {
  return (
    <>
      <p role="status" className="px-2 py-3 text-ink2">
        No provider of that name. Most others sign in one of these ways:
      </p>
      {GENERIC.flatMap((id) => providers.find((provider) => provider.id === id) ?? []).map(item)}
    </>
  );
}

interface ProviderItemProps {
  provider: ProviderInfo;
  chosen: string | null;
  onChoose: (id: string) => void;
}

function ProviderItem({ provider, chosen, onChoose }: ProviderItemProps) {
  const { id, name, scheme, category, confidence } = provider;
  return (
    <Item id={id} name={name} on={id === chosen} onChoose={onChoose}>
      <span className="flex-none font-medium text-ink">{name}</span>
      <Note>{scheme}</Note>
      {confidence === 'unconfirmed' ? (
        <Chip tone="warn" word="unconfirmed" title="Not checked against a document of theirs" />
      ) : null}
      <span className="flex-none text-ink3 text-sm">{categoryWords(category)}</span>
    </Item>
  );
}

function Note({ children }: { children: string }) {
  return <span className="min-w-0 flex-1 truncate text-ink3 text-sm">{children}</span>;
}

interface ItemProps {
  id: string;
  /** Null for the one that stands for nobody. */
  name: string | null;
  on: boolean;
  onChoose: (id: string) => void;
  children: ReactNode;
}

function Item({ id, name, on, onChoose, children }: ItemProps) {
  return (
    <Command.Item
      value={id}
      onSelect={onChoose}
      // Two hundred rows, of which ten are seen.
      className="flex h-9 items-center gap-2.5 rounded-md px-2 [contain-intrinsic-size:auto_36px] [content-visibility:auto] data-[selected=true]:bg-sel"
    >
      <Glyph name={name} />
      {children}
      {on ? <Check aria-label="chosen" className="size-3.5 flex-none text-accent" /> : null}
    </Command.Item>
  );
}

// “Filter like this” in the menu of a row: shows only what has the same, or leaves it out.

import { ChevronRight, Filter, FilterX } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { MENU_PANEL, menuItemClass } from '../../components/Menu.tsx';
import { useApp } from '../../state/app.ts';
import { addTerm, excludeTerm } from '../../state/filters.ts';
import { indexOf, rowAt, useStream } from '../../state/stream.ts';
import { type RowTerm, rowTerms } from './row-terms.ts';

export function FilterItems({ id }: { id: string }) {
  const row = useStream((stream) => rowAt(stream, indexOf(stream, id)));
  const endpoint = useApp(
    ({ endpoints }) => endpoints.find((one) => one.id === row?.endpointId) ?? null,
  );
  const provider = useApp(
    ({ providers }) => providers.find((one) => one.id === row?.provider)?.name ?? null,
  );
  if (row === undefined) return null;
  const terms = rowTerms(row, endpoint, provider);
  return (
    <>
      <Terms icon={<Filter />} label="Show only" terms={terms} onTerm={addTerm} />
      <Terms icon={<FilterX />} label="Leave out" terms={terms} onTerm={excludeTerm} />
    </>
  );
}

interface TermsProps {
  icon: ReactNode;
  label: string;
  terms: readonly RowTerm[];
  onTerm: (term: string) => void;
}

function Terms({ icon, label, terms, onTerm }: TermsProps) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className={menuItemClass(false)}>
        {icon}
        <span className="flex-1">{label}</span>
        <ChevronRight aria-hidden="true" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent collisionPadding={8} className={MENU_PANEL}>
          {terms.map(({ name, value, term }) => (
            <ContextMenu.Item
              key={name}
              onSelect={() => onTerm(term)}
              className={menuItemClass(false)}
            >
              <span className="w-20 text-ink3">{name}</span>
              <span className="max-w-72 truncate">{value}</span>
            </ContextMenu.Item>
          ))}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

// As what to copy a delivery: a list to type into, the last choice first.

import { Command } from 'cmdk';
import { Braces, FlaskConical, Search } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { snippets } from '../../lib/snippets/index.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import { copyAs } from '../../state/copy-as.ts';
import { createRecentList } from '../recent-list.ts';

const recentSnippets = createRecentList('hookglass.recent-snippets', 1);

const GROUPS = [
  { name: 'Request', title: 'Sends it again', Icon: Braces },
  { name: 'Test', title: 'Tests your handler with it', Icon: FlaskConical },
] as const;

export interface CopyAsDialogProps {
  deliveryId: string;
  onClose: () => void;
}

export function CopyAsDialog({ deliveryId, onClose }: CopyAsDialogProps) {
  const [last] = useState(() => recentSnippets.all(localStorage)[0]);
  const choose = (snippet: Snippet) => {
    recentSnippets.remember(localStorage, snippet.id);
    onClose();
    void copyAs(deliveryId, snippet);
  };
  return (
    <Dialog open bare size="lg" title="Copy as" onClose={onClose}>
      <Command
        label="Copy as"
        loop
        vimBindings={false}
        {...(last === undefined ? {} : { defaultValue: last })}
      >
        <div className="flex items-center gap-2.5 border-line border-b px-4">
          <Search aria-hidden="true" className="size-4 flex-none text-ink3" />
          <Command.Input
            data-first-focus
            placeholder="Copy as"
            className="h-12 w-full bg-transparent text-ink text-lg outline-none"
          />
        </div>
        <Command.List
          label="Copy as"
          className="max-h-[min(524px,calc(82vh-52px))] scroll-py-2 overflow-y-auto p-2"
        >
          <Command.Empty role="status" className="px-3 py-3 text-ink2">
            Nothing is called that.
          </Command.Empty>
          {GROUPS.map(({ name, title, Icon }) => (
            <Command.Group
              key={name}
              heading={title}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink3 [&_[cmdk-group-heading]]:text-xs"
            >
              {snippets
                .filter(({ group }) => group === name)
                .map((snippet) => (
                  <Command.Item
                    key={snippet.id}
                    value={snippet.id}
                    keywords={[snippet.label, ...snippet.words]}
                    onSelect={() => choose(snippet)}
                    className="flex h-9 items-center gap-2.5 rounded-md px-2 text-ink data-[selected=true]:bg-sel"
                  >
                    <Icon aria-hidden="true" className="size-3.5 flex-none text-ink3" />
                    <span className="flex-none">{snippet.label}</span>
                    <span className="min-w-0 flex-1 truncate text-ink3 text-sm">
                      {snippet.note}
                    </span>
                    {snippet.id === last ? (
                      <span className="flex-none text-ink3 text-xs">Last choice</span>
                    ) : null}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

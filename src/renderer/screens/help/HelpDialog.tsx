// Every key, from the table that the keyboard itself works by.

import { useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { commands, keyLabels } from '../../state/keys.ts';
import { type KeyHint, localKeys } from '../../state/local-keys.ts';

const hints: readonly KeyHint[] = [...commands, ...localKeys];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const [wanted, setWanted] = useState('');
  const withKeys = hints.filter((hint) => isWanted(hint, wanted.trim().toLowerCase()));
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  return (
    <Dialog
      open
      size="xl"
      title="Keys"
      description="Every command is also in the palette, with or without a key."
      onClose={onClose}
    >
      <TextInput
        data-first-focus
        aria-label="Find a key"
        placeholder="Find a key"
        className="mb-4"
        value={wanted}
        onValue={setWanted}
      />
      {groups.length === 0 ? (
        <p role="status" className="text-ink2">
          No key does that. The palette also has the commands without a key.
        </p>
      ) : null}
      <div className="columns-2 gap-8">
        {groups.map((group) => (
          <KeyGroup
            key={group}
            title={group}
            hints={withKeys.filter((hint) => hint.group === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, hints }: { title: string; hints: KeyHint[] }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-ink">{title}</h3>
      <dl>
        {hints.map((hint) => (
          <div
            key={hint.label}
            className="flex min-h-7 items-center justify-between gap-4 border-line2 border-b py-0.5 last:border-b-0"
          >
            <dt className="text-ink2">{hint.label}</dt>
            <dd className="flex flex-none gap-1.5 text-ink">
              {keyLabels(hint).map((label) => (
                <Kbd key={label}>{label}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Found by what it does, by its group, or by the key itself. */
function isWanted(hint: KeyHint, wanted: string): boolean {
  if (hint.keys.length === 0) return false;
  const { label, group } = hint;
  if (`${group} ${label}`.toLowerCase().includes(wanted)) return true;
  return keyLabels(hint).some((key) => key.toLowerCase() === wanted);
}

// Every key, from the table that the keyboard itself works by.

import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { type Command, type CommandGroup, commands, keyLabels } from '../../state/keys.ts';
import { focusWhenMounted, useReturnFocus } from '../confirm/dialog-focus.ts';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const withKeys = commands.filter(({ keys }) => keys.length > 0);
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  useReturnFocus();
  return (
    <Dialog
      open
      size="xl"
      title="Keys"
      description="Every command is also in the palette, with or without a key."
      onClose={onClose}
      footer={
        <Button ref={focusWhenMounted} onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="columns-2 gap-8">
        {groups.map((group) => (
          <KeyGroup
            key={group}
            title={group}
            commands={withKeys.filter((command) => command.group === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, commands }: { title: CommandGroup; commands: Command[] }) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-ink">{title}</h3>
      <dl>
        {commands.map((command) => (
          <div
            key={command.label}
            className="flex min-h-8 items-center justify-between gap-4 border-line2 border-b py-1 last:border-b-0"
          >
            <dt className="text-ink2">{command.label}</dt>
            <dd className="flex flex-none gap-1.5 text-ink">
              {keyLabels(command).map((label) => (
                <Kbd key={label}>{label}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

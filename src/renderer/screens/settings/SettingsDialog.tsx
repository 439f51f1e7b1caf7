// The settings, part by part. Everything is saved as it changes; there is nothing to confirm at the end.

import { Tabs } from 'radix-ui';
import { assertNever } from '../../../shared/assert-never.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useApp } from '../../state/app.ts';
import { About } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import { Notifications } from './Notifications.tsx';
import { PublicUrl } from './PublicUrl.tsx';
import { ReceiverSettings } from './ReceiverSettings.tsx';
import { Storage } from './Storage.tsx';
import { type Section, sectionsOf, useSection } from './section.ts';
import { WindowSettings } from './WindowSettings.tsx';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { section, show } = useSection();
  const host = useApp((app) => app.host);
  return (
    <Dialog open size="xl" title="Settings" onClose={onClose}>
      <Tabs.Root
        orientation="vertical"
        value={section}
        onValueChange={(next) => show(next as Section)}
        className="flex h-[min(480px,calc(82vh-72px))] gap-6"
      >
        <Tabs.List aria-label="Settings" className="flex w-36 flex-none flex-col gap-0.5">
          {sectionsOf(host).map(({ value, label }) => (
            <Tabs.Trigger
              key={value}
              value={value}
              data-first-focus={value === section || undefined}
              className="ring-inside h-8 rounded-[7px] px-2.5 text-left font-medium text-ink2 hover:bg-hover data-[state=active]:bg-sel data-[state=active]:font-semibold data-[state=active]:text-ink"
            >
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content
          key={section}
          value={section}
          className="min-w-0 flex-1 overflow-y-auto px-1 pb-1"
        >
          <Part section={section} />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
}

function Part({ section }: { section: Section }) {
  switch (section) {
    case 'appearance':
      return <Appearance />;
    case 'notifications':
      return <Notifications />;
    case 'window':
      return <WindowSettings />;
    case 'public-url':
      return <PublicUrl />;
    case 'storage':
      return <Storage />;
    case 'receiver':
      return <ReceiverSettings />;
    case 'about':
      return <About />;
    default:
      return assertNever(section);
  }
}

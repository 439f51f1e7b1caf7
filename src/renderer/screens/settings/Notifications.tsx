// What one is told about while looking elsewhere, and whether this browser may tell it.

import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { askPermission, notifyPermission, type Permission } from '../../lib/notify.ts';
import { useApp } from '../../state/app.ts';
import { Row } from './Row.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

export function Notifications() {
  const host = useApp((app) => app.host);
  const { failed, destinationDown, urlChanged } = useApp((app) => app.settings.notifications);
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink3 text-sm">
        Only while Hookglass is not in front. Several at once are told as one.
      </p>
      {host === 'headless' ? <ThisBrowser /> : null}
      <SwitchSetting
        label="A signature does not hold"
        help="A delivery failed verification."
        checked={failed}
        change={(on) => ({ notifications: { failed: on } })}
      />
      <SwitchSetting
        label="Your server does not answer"
        help="Told once, until it has answered again."
        checked={destinationDown}
        change={(on) => ({ notifications: { destinationDown: on } })}
      />
      <SwitchSetting
        label="The public URL changed"
        help="Providers still send to the old one then."
        checked={urlChanged}
        change={(on) => ({ notifications: { urlChanged: on } })}
      />
    </div>
  );
}

const WORDS: Record<Permission, string> = {
  granted: 'Allowed. The settings of this browser can take that back.',
  denied: 'Blocked in the settings of this browser, which can allow it again for this address.',
  default: 'The browser asks whether this page may show notifications.',
  unsupported: 'This browser has none.',
};

function ThisBrowser() {
  const [permission, setPermission] = useState(notifyPermission);
  return (
    <Row label="In this browser" help={WORDS[permission]}>
      {permission === 'default' ? (
        <Button onClick={() => void askPermission().then(setPermission)}>
          Allow notifications
        </Button>
      ) : null}
    </Row>
  );
}

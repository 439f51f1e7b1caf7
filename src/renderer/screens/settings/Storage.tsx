// What is kept, for how long and where; and the button that clears it.

import { FolderOpen, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { call } from '../../host.ts';
import { bytes, count, counted } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { clearNow } from '../../state/removing.ts';
import { ConfirmDialog } from '../confirm/ConfirmDialog.tsx';
import { useReturnFocus } from '../confirm/dialog-focus.ts';
import { FormError } from '../confirm/FormError.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { Part, Row } from './Row.tsx';
import { formatSize, grouped, parseCount, parseDays, parseSize } from './setting-text.ts';
import { TextSetting } from './TextSetting.tsx';

const MIN_BYTES = 1_048_576;
const MAX_BYTES = 1_099_511_627_776;
const MAX_COUNT = 10_000_000;

export function Storage() {
  return (
    <div className="flex flex-col gap-6">
      <Kept />
      <Retention />
      <DataFolder />
      <SecretsNotice />
    </div>
  );
}

function Kept() {
  const stats = useApp((app) => app.stats);
  const [asking, setAsking] = useState(false);
  useReturnFocus(asking);
  const pinned = stats.pinned === 0 ? '' : `, ${count(stats.pinned)} pinned`;
  const staying =
    stats.pinned === 0
      ? ''
      : ` ${counted(stats.pinned, 'pinned delivery stays', 'pinned deliveries stay')}.`;
  return (
    <>
      <Row
        label={`${counted(stats.deliveries, 'delivery', 'deliveries')}${pinned}`}
        help={`They take ${bytes(stats.bytes)} on disk.`}
      >
        <Button
          variant="danger"
          disabled={stats.deliveries === stats.pinned}
          onClick={() => setAsking(true)}
        >
          Clear deliveries
        </Button>
      </Row>
      {asking ? (
        <ConfirmDialog
          title="Clear deliveries?"
          message={`${counted(stats.deliveries - stats.pinned, 'delivery', 'deliveries')} with bodies and attempts will be removed from the disk.${staying} You can undo this for ten seconds.`}
          action="Clear deliveries"
          onConfirmed={async () => {
            await clearNow(null);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function Retention() {
  const { maxCount, maxBytes, maxAgeDays } = useApp((app) => app.settings.retention);
  return (
    <Part title="Kept at most">
      <p className="text-ink3 text-sm">
        The oldest deliveries are removed once one of these is exceeded. Pinned ones stay.
      </p>
      <div className="grid grid-cols-3 gap-3">
        <TextSetting
          label="Deliveries"
          saved={grouped(maxCount)}
          parse={(text) => parseCount(text, 1, MAX_COUNT)}
          change={(value) => ({ retention: { maxCount: value } })}
        />
        <TextSetting
          label="Disk space"
          saved={formatSize(maxBytes)}
          parse={(text) => parseSize(text, MIN_BYTES, MAX_BYTES, 'GB')}
          change={(value) => ({ retention: { maxBytes: value } })}
        />
        <TextSetting
          label="Days"
          saved={String(maxAgeDays)}
          parse={(text) => parseDays(text, 0.01, 3650)}
          change={(value) => ({ retention: { maxAgeDays: value } })}
        />
      </div>
    </Part>
  );
}

function DataFolder() {
  const folder = useApp((app) => app.dataDir);
  const canReveal = useApp((app) => app.capabilities.revealDataFolder);
  const { error, run } = useSubmit();
  const reveal = () => run(() => call('host.revealDataFolder', {}).then(() => undefined));
  return (
    <Part title="Data folder">
      <div className="flex items-center gap-2">
        <span className="wire min-w-0 flex-1 break-all text-ink">{folder}</span>
        <CopyButton text={folder} label="Copy the path of the data folder">
          Copy
        </CopyButton>
        {canReveal ? (
          <Button size="sm" icon={<FolderOpen aria-hidden="true" />} onClick={reveal}>
            Show
          </Button>
        ) : null}
      </div>
      <FormError message={error} />
    </Part>
  );
}

/** Says so where secrets are not kept by the system's keychain. */
function SecretsNotice() {
  const notice = useApp((app) => app.notices.find(({ code }) => code === 'secrets-in-file'));
  return (
    <Part title="Secrets">
      {notice === undefined ? (
        <p className="text-ink3">
          Signing secrets are kept by the system&rsquo;s keychain, apart from the deliveries.
        </p>
      ) : (
        <p className="flex items-start gap-2 rounded-control bg-warnbg px-3 py-2 text-warn">
          <ShieldAlert aria-hidden="true" className="mt-0.5 size-3.5 flex-none" />
          <span className="min-w-0 break-words">{notice.message}</span>
        </p>
      )}
    </Part>
  );
}

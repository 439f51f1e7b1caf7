// The receiver: its URL, and how large a request may be.

import { CopyButton } from '../../components/CopyButton.tsx';
import { useApp } from '../../state/app.ts';
import { Row } from './Row.tsx';
import { formatSize, parseSize } from './setting-text.ts';
import { TextSetting } from './TextSetting.tsx';

const MAX_BODY = 104_857_600;

export function ReceiverSettings() {
  const url = useApp((app) => app.receiver.url);
  const limit = useApp((app) => app.settings.bodyLimitBytes);
  return (
    <div className="flex flex-col gap-6">
      <Row
        label={<span className="wire">{url}</span>}
        help="Reachable from this machine only. The public URL leads here."
      >
        <CopyButton text={url} label="Copy the receiver URL">
          Copy
        </CopyButton>
      </Row>
      <TextSetting
        label="Largest body"
        help="A larger request is answered 413 and listed with what was read of it."
        saved={formatSize(limit)}
        parse={(text) => parseSize(text, 1024, MAX_BODY, 'MB')}
        change={(bodyLimitBytes) => ({ bodyLimitBytes })}
      />
    </div>
  );
}

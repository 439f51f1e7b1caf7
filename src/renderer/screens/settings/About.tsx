// Which Hookglass this is and on what terms.

import { CopyButton } from '../../components/CopyButton.tsx';
import { useApp } from '../../state/app.ts';
import { BrandMark } from '../brand-mark.tsx';
import { Row } from './Row.tsx';

export function About() {
  const version = useApp((app) => app.version);
  const host = useApp((app) => app.host);
  const where = host === 'electron' ? 'desktop app' : 'in the browser';
  return (
    <div className="flex flex-col gap-6">
      <div className="flex items-center gap-3">
        <BrandMark size={36} className="text-accent" />
        <div>
          <h3 className="text-lg">Hookglass</h3>
          <p className="text-ink2">
            Receives, verifies, forwards and replays webhooks on your machine.
          </p>
        </div>
      </div>
      <Row label={`Version ${version}`} help={where}>
        <CopyButton text={`Hookglass ${version}, ${where}`} label="Copy the version">
          Copy
        </CopyButton>
      </Row>
      <Row
        label="MIT licence"
        help="Free to use, change and pass on. The text is in the file LICENSE beside the program."
      >
        {null}
      </Row>
    </div>
  );
}

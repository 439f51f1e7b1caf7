// What a test event is signed with, and the public key that goes with it where there is one.

import { KeyRound } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { reportError } from '../../state/actions.ts';
import { useView } from '../../state/view.ts';
import { signingWords } from './test-event-words.ts';
import { useAnswer } from './use-answer.ts';
import type { TestEvent } from './use-test-event.ts';

export function EventSigning({ event }: { event: TestEvent }) {
  const { endpoint, signer, way, ways, setWay } = event;
  const enterSecret = () => {
    useView.getState().open({ kind: 'endpoint', endpointId: endpoint.id });
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className="font-medium text-ink">Sign with</span>
      <div className="flex h-[30px] items-center">
        {ways.length > 1 ? (
          <Segmented label="Sign with" value={way} onValue={setWay} options={ways} />
        ) : (
          <Button icon={<KeyRound aria-hidden="true" />} onClick={enterSecret}>
            Enter a secret
          </Button>
        )}
      </div>
      <p role="status" className="text-ink3 text-sm">
        {signer === undefined ? null : signingWords(endpoint, signer, way)}
      </p>
      {way === 'test-key' && signer !== undefined ? (
        <TestKey endpointId={endpoint.id} provider={signer.id} />
      ) : null}
    </div>
  );
}

function TestKey({ endpointId, provider }: { endpointId: string; provider: string }) {
  const found = useAnswer('endpoints.testKey', { id: endpointId, provider });
  if (found.state === 'failed') return <p className="text-bad text-sm">{found.message}</p>;
  // The row is there before the key is: nothing moves when it comes.
  const { publicKey, keySet } =
    found.state === 'there' ? found.value : { publicKey: '', keySet: null };
  return (
    <>
      <div className="flex h-8 items-center gap-2 rounded-control border border-line bg-bg pr-1 pl-2.5">
        <code className="wire min-w-0 flex-1 truncate text-ink2 text-sm" title={publicKey}>
          {publicKey.replaceAll(/-----[A-Z ]+-----|\s/g, '')}
        </code>
        {keySet === null ? null : (
          <CopyButton text={keySet} label="Copy as JSON Web Keys" onError={reportError}>
            JWKS
          </CopyButton>
        )}
        <CopyButton text={publicKey} label="Copy the public key" onError={reportError} />
      </div>
      <p className="text-ink3 text-sm">
        For your own server, in place of the provider’s public key.
      </p>
    </>
  );
}

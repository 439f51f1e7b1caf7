// The button for what a handshake waits for: a call to the provider, or its secret to be stored.

import { KeyRound, PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { call } from '../../host.ts';
import { reportError } from '../../state/actions.ts';
import type { HandshakeStep } from './handshake-words.ts';

export interface HandshakeButtonProps {
  deliveryId: string;
  step: Exclude<HandshakeStep, null>;
}

export function HandshakeButton({ deliveryId, step }: HandshakeButtonProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const confirm = () => {
    setState('busy');
    call('deliveries.confirmHandshake', { id: deliveryId })
      // A call can be tried again; a secret is stored once.
      .then(({ attempt }) => setState(attempt === null ? 'done' : 'idle'))
      .catch((error: unknown) => {
        setState('idle');
        reportError(error);
      });
  };
  const icon =
    step === 'call-back' ? <PhoneOutgoing aria-hidden="true" /> : <KeyRound aria-hidden="true" />;
  return (
    <Button variant="primary" icon={icon} disabled={state !== 'idle'} onClick={confirm}>
      {step === 'call-back' ? 'Confirm' : state === 'done' ? 'Secret stored' : 'Store this secret'}
    </Button>
  );
}

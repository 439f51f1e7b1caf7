// What is known of the chosen provider, in a line or two under its name.

import type { ProviderInfo } from '../../../shared/model.ts';
import { CopyButton } from '../../components/CopyButton.tsx';

/** How the provider signs, what it expects of an answer, and where that is written. */
export function ProviderFacts({ provider }: { provider: ProviderInfo | null }) {
  if (provider === null) {
    return <>Deliveries are received and forwarded; their signatures are not checked.</>;
  }
  const { scheme, signatureHeader, deadlineSeconds, docs, confidence } = provider;
  return (
    <span className="flex flex-col gap-0.5">
      <span>
        {scheme}
        {signatureHeader === null ? '' : `, in the header ${signatureHeader}`}.
        {deadlineSeconds === null ? '' : ` Waits ${deadlineSeconds} s for an answer.`}
      </span>
      {confidence === 'unconfirmed' ? (
        <span>Not confirmed by a document of {provider.name}: check a first delivery.</span>
      ) : null}
      {docs === null ? null : (
        <span className="flex items-center gap-1">
          <span className="wire truncate text-[11.5px]">{docs}</span>
          <CopyButton
            text={docs}
            label={`Copy the address of the ${provider.name} documentation`}
          />
        </span>
      )}
    </span>
  );
}

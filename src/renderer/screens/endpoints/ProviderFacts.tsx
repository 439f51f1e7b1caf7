// What is known of the chosen provider, under its name: how it signs, how sure that is, what else is
// good to know, and where it is written.

import type { ProviderInfo } from '../../../shared/model.ts';
import { CopyButton } from '../../components/CopyButton.tsx';

/** How the provider signs and what it expects of an answer, in a sentence or two. */
export function ProviderFacts({ provider }: { provider: ProviderInfo | null }) {
  if (provider === null) {
    return <>Deliveries are received and forwarded; their signatures are not checked.</>;
  }
  const { scheme, signatureHeader, deadlineSeconds, confidence, name } = provider;
  return (
    <span className="flex flex-col gap-0.5">
      <span>
        {scheme}
        {signatureHeader === null ? '' : `, in the header ${signatureHeader}`}.
        {deadlineSeconds === null ? '' : ` Waits ${deadlineSeconds} s for an answer.`}
      </span>
      {confidence === 'unconfirmed' ? (
        <span className="text-warn">
          Unconfirmed: this was not checked against a document of {name}. Should a genuine delivery
          fail, it may be wrong.
        </span>
      ) : null}
    </span>
  );
}

/** What else is good to know; nothing where nothing is. */
export function ProviderNotes({ provider }: { provider: ProviderInfo | null }) {
  if (provider === null || (provider.notes.length === 0 && provider.docs === null)) return null;
  const { notes, docs, name } = provider;
  return (
    <div className="-mt-2.5 flex flex-col gap-1 text-ink3 text-sm">
      {notes.length === 0 ? null : (
        <ul aria-label={`Good to know about ${name}`} className="flex list-disc flex-col pl-4">
          {notes.map((note) => (
            <li key={note} className="wrap-anywhere text-pretty">
              {note}
            </li>
          ))}
        </ul>
      )}
      {docs === null ? null : (
        <p className="flex items-center gap-1">
          <span className="wire truncate text-[11.5px]">{docs}</span>
          <CopyButton text={docs} label={`Copy the address of the ${name} documentation`} />
        </p>
      )}
    </div>
  );
}

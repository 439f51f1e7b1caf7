// What a call came to, in words, inside the dialog that made it.

import { TriangleAlert } from 'lucide-react';

export function FormError({ message }: { message: string | null }) {
  return (
    <div role="alert" className={message === null ? 'hidden' : undefined}>
      {message === null ? null : (
        <p className="flex items-start gap-2 rounded-control bg-badbg px-3 py-2 text-bad">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 flex-none" />
          <span className="min-w-0 break-words">{message}</span>
        </p>
      )}
    </div>
  );
}

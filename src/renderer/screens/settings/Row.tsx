// Lines of the settings: words left, the control right; and what could not be saved.

import type { ReactNode } from 'react';
import { FormError } from '../confirm/FormError.tsx';
import type { SaveState } from './use-setting.ts';

export interface RowProps {
  label: ReactNode;
  help?: ReactNode;
  helpId?: string;
  children: ReactNode;
}

export function Row({ label, help, helpId, children }: RowProps) {
  return (
    <div className="flex items-center justify-between gap-6">
      <div className="min-w-0">
        <div className="font-medium text-ink">{label}</div>
        {help === undefined ? null : (
          <div id={helpId} className="mt-0.5 text-ink3 text-sm">
            {help}
          </div>
        )}
      </div>
      <div className="flex flex-none items-center gap-2">{children}</div>
    </div>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-ink">{title}</h3>
      {children}
    </section>
  );
}

export function SaveProblem({ state }: { state: SaveState }) {
  return <FormError message={state.kind === 'failed' ? `Not saved: ${state.message}` : null} />;
}

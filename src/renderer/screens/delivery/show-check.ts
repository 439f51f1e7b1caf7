// Leads from what a check looked at to the check itself, on the Signature tab.

import type { CheckName } from '../../../shared/model.ts';
import { useView } from '../../state/view.ts';

export function checkId(name: CheckName): string {
  return `check-${name}`;
}

export function showCheck(name: CheckName): void {
  useView.getState().setTab('signature');
  // The tab is there once it was drawn.
  requestAnimationFrame(() => document.getElementById(checkId(name))?.focus());
}

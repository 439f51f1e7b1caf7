// Shows the one open dialog. Each appears anew when it is opened and gives the focus back when it goes.

import { assertNever } from '../../shared/assert-never.ts';
import { useApp } from '../state/app.ts';
import { type Dialog, useView } from '../state/view.ts';
import { CompareDialog } from './compare/CompareDialog.tsx';
import { ConfirmDestination } from './confirm/ConfirmDestination.tsx';
import { ConfirmDialog } from './confirm/ConfirmDialog.tsx';
import { useReturnFocus } from './confirm/dialog-focus.ts';
import { EndpointDialog } from './endpoints/EndpointDialog.tsx';
import { ForwardDialog } from './endpoints/ForwardDialog.tsx';
import { CopyAsDialog } from './exchange/CopyAsDialog.tsx';
import { ExportDialog } from './exchange/ExportDialog.tsx';
import { ImportDialog } from './exchange/ImportDialog.tsx';
import { SaveFilterDialog } from './filter/SaveFilterDialog.tsx';
import { HelpDialog } from './help/HelpDialog.tsx';
import { LabelDialog } from './inbox/LabelDialog.tsx';
import { NoteDialog } from './inbox/NoteDialog.tsx';
import { PaletteDialog } from './palette/PaletteDialog.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { StatisticsDialog } from './statistics/StatisticsDialog.tsx';
import { TestEventDialog } from './test-event/TestEventDialog.tsx';

export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const close = useView((view) => view.close);
  useReturnFocus(dialog.kind !== 'none');
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'endpoint':
      return <OpenEndpoint key={dialog.endpointId ?? 'new'} dialog={dialog} onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'palette':
      return <PaletteDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'forward':
      return (
        <ForwardDialog key={dialog.deliveryId} deliveryId={dialog.deliveryId} onClose={close} />
      );
    case 'test-event':
      return <OpenTestEvent endpointId={dialog.endpointId} onClose={close} />;
    case 'copy-as':
      return <CopyAsDialog deliveryId={dialog.deliveryId} onClose={close} />;
    case 'export':
      return <ExportDialog ids={dialog.ids} onClose={close} />;
    case 'import':
      return <ImportDialog onClose={close} />;
    case 'statistics':
      return <StatisticsDialog onClose={close} />;
    case 'compare':
      return <CompareDialog left={dialog.left} right={dialog.right} onClose={close} />;
    case 'label':
      return <LabelDialog ids={dialog.ids} label={dialog.label} onClose={close} />;
    case 'note':
      return <NoteDialog ids={dialog.ids} note={dialog.note} onClose={close} />;
    case 'save-filter':
      return <SaveFilterDialog filter={dialog.filter} onClose={close} />;
    case 'confirm-destination': {
      const answer = (allowed: boolean) => {
        close();
        if (allowed) dialog.onConfirmed();
      };
      return <ConfirmDestination key={dialog.url} url={dialog.url} onAnswer={answer} />;
    }
    case 'confirm': {
      const { title, message, action, onConfirmed } = dialog;
      const confirm = () => {
        // First away with the question: its answer may open another dialog.
        close();
        onConfirmed();
      };
      return (
        <ConfirmDialog {...{ title, message, action }} onConfirmed={confirm} onClose={close} />
      );
    }
    default:
      return assertNever(dialog);
  }
}

interface OpenTestEventProps {
  endpointId: string;
  onClose: () => void;
}

function OpenTestEvent({ endpointId, onClose }: OpenTestEventProps) {
  const endpoint = useApp((app) => app.endpoints.find(({ id }) => id === endpointId));
  return endpoint === undefined ? null : <TestEventDialog endpoint={endpoint} onClose={onClose} />;
}

interface OpenEndpointProps {
  dialog: Dialog & { kind: 'endpoint' };
  onClose: () => void;
}

function OpenEndpoint({ dialog, onClose }: OpenEndpointProps) {
  const endpoints = useApp((app) => app.endpoints);
  const { kind: _, endpointId, ...start } = dialog;
  const found = endpoints.find(({ id }) => id === endpointId);
  // Removed by another window: there is nothing left to change.
  if (endpointId !== null && found === undefined) return null;
  return <EndpointDialog endpoint={found ?? null} start={start} onClose={onClose} />;
}

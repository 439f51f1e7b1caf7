// Which test event: for which endpoint, whose, and which of theirs.

import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useApp } from '../../state/app.ts';
import { ProviderChooser } from '../endpoints/ProviderChooser.tsx';
import type { TestEvent } from './use-test-event.ts';

export function EventChoice({ event }: { event: TestEvent }) {
  const endpoints = useApp((app) => app.endpoints);
  const providers = useApp((app) => app.providers);
  const events = providers.find(({ id }) => id === event.provider)?.sampleEvents ?? [];
  return (
    <div className="grid grid-cols-3 gap-3 max-[720px]:grid-cols-1">
      <Field label="Endpoint" className="min-w-0">
        {(control) => (
          <Select
            {...control}
            value={event.endpoint.id}
            onValue={event.setEndpoint}
            options={endpoints.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field label="Provider" className="min-w-0">
        {(control) => (
          <ProviderChooser
            control={control}
            value={event.provider}
            providers={providers}
            focused={false}
            onValue={event.setProvider}
          />
        )}
      </Field>
      <Field label="Event" className="min-w-0">
        {(control) => (
          <Select
            {...control}
            value={event.eventType ?? events[0] ?? ''}
            onValue={event.setEventType}
            options={events.map((type) => ({ value: type, label: type }))}
          />
        )}
      </Field>
    </div>
  );
}

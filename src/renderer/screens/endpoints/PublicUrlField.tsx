// The URL as the provider knows it, for those who sign it: only asked where the tunnel's is another one.

import type { ProviderInfo } from '../../../shared/model.ts';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useApp } from '../../state/app.ts';
import { joinUrl } from './destination-text.ts';
import { completePath } from './endpoint-errors.ts';
import type { FieldState } from './field-state.ts';

export interface PublicUrlFieldProps {
  fields: FieldState;
  provider: ProviderInfo | null;
}

export function PublicUrlField({ fields, provider }: PublicUrlFieldProps) {
  const tunnelUrl = useApp((app) => app.tunnel.publicUrl);
  const { form, change, errorOf, touch } = fields;
  const path = completePath(form.path);
  const usual = tunnelUrl === null ? null : joinUrl(tunnelUrl, path || '/');
  return (
    <Field
      label="The URL as the provider knows it"
      optional
      error={errorOf('publicUrl')}
      help={helpWords(provider?.name ?? null, usual !== null)}
    >
      {(control) => (
        <TextInput
          {...control}
          wire
          inputMode="url"
          value={form.publicUrl}
          placeholder={usual ?? 'https://hooks.example.com/webhooks'}
          onValue={(publicUrl) => change({ publicUrl })}
          onBlur={() => touch('publicUrl')}
        />
      )}
    </Field>
  );
}

function helpWords(name: string | null, hasTunnel: boolean): string {
  const why =
    name === null
      ? 'For providers that sign the URL they call.'
      : `${name} signs the URL it calls, so every character of it counts.`;
  const usual = hasTunnel ? 'the public URL of Hookglass' : 'the host that the request names';
  return `${why} Empty: ${usual}. Set it when another proxy or domain stands in front.`;
}

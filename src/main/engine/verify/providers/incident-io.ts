// incident.io.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const incidentIo: ProviderEntry = {
  id: 'incident-io',
  name: 'incident.io',
  category: 'operations',
  docs: null,
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.event_type',
  rules: [standardRule()],
};

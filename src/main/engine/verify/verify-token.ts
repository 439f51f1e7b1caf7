// The option of providers that send a word of the user's own with their handshake.

import type { ProviderOption } from '../../../shared/model.ts';

export const VERIFY_TOKEN: ProviderOption = {
  key: 'verifyToken',
  label: 'Verify token',
  help: 'The word you made up and entered beside the URL. Empty: any is accepted.',
  default: '',
};

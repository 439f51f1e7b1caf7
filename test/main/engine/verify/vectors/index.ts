// Vectors by field, most of them made by hand; in each file the providers stand in the order of their ids.

import { AI_VECTORS } from './ai.ts';
import { CLOUD_VECTORS } from './cloud.ts';
import { CODE_A_F_VECTORS } from './code-a-f.ts';
import { CODE_G_M_VECTORS } from './code-g-m.ts';
import { CODE_N_V_VECTORS } from './code-n-v.ts';
import { COMMERCE_A_F_VECTORS } from './commerce-a-f.ts';
import { COMMERCE_L_W_VECTORS } from './commerce-l-w.ts';
import { CONTENT_VECTORS } from './content.ts';
import { DOCUMENTS_VECTORS } from './documents.ts';
import { GENERIC_VECTORS } from './generic.ts';
import { IDENTITY_VECTORS } from './identity.ts';
import { MEDIA_VECTORS } from './media.ts';
import { MESSAGING_A_F_VECTORS } from './messaging-a-f.ts';
import { MESSAGING_H_N_VECTORS } from './messaging-h-n.ts';
import { MESSAGING_N_S_VECTORS } from './messaging-n-s.ts';
import { MESSAGING_S_Z_VECTORS } from './messaging-s-z.ts';
import { PAYMENTS_A_C_VECTORS } from './payments-a-c.ts';
import { PAYMENTS_C_M_VECTORS } from './payments-c-m.ts';
import { PAYMENTS_M_P_VECTORS } from './payments-m-p.ts';
import { PAYMENTS_Q_Z_VECTORS } from './payments-q-z.ts';
import { SOCIAL_VECTORS } from './social.ts';
import type { Vector } from './vector.ts';
import { WEB3_VECTORS } from './web3.ts';
import { WORK_A_L_VECTORS } from './work-a-l.ts';
import { WORK_L_Z_VECTORS } from './work-l-z.ts';

export const FIELD_VECTORS: readonly Vector[] = [
  ...AI_VECTORS,
  ...CLOUD_VECTORS,
  ...CODE_A_F_VECTORS,
  ...CODE_G_M_VECTORS,
  ...CODE_N_V_VECTORS,
  ...COMMERCE_A_F_VECTORS,
  ...COMMERCE_L_W_VECTORS,
  ...CONTENT_VECTORS,
  ...DOCUMENTS_VECTORS,
  ...GENERIC_VECTORS,
  ...IDENTITY_VECTORS,
  ...MEDIA_VECTORS,
  ...MESSAGING_A_F_VECTORS,
  ...MESSAGING_H_N_VECTORS,
  ...MESSAGING_N_S_VECTORS,
  ...MESSAGING_S_Z_VECTORS,
  ...PAYMENTS_A_C_VECTORS,
  ...PAYMENTS_C_M_VECTORS,
  ...PAYMENTS_M_P_VECTORS,
  ...PAYMENTS_Q_Z_VECTORS,
  ...SOCIAL_VECTORS,
  ...WEB3_VECTORS,
  ...WORK_A_L_VECTORS,
  ...WORK_L_Z_VECTORS,
];

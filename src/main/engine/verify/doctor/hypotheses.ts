// All that the doctor tries, in this order, and all that it sees. Another hypothesis is one more file
// and its line here. What costs least and happens most comes first; once one is proved the rest is
// not tried.

import { algorithm, signedContent } from './algorithm.ts';
import { byteOrderMark, charset, lineEndings, trailingNewline } from './body-bytes.ts';
import { compression } from './body-compression.ts';
import { formReordered, formRewritten } from './body-form.ts';
import { jsonRestyled, jsonRewritten } from './body-json.ts';
import { jsonNumbers } from './body-numbers.ts';
import type { Hypothesis, Observation } from './case.ts';
import { claims } from './claims.ts';
import { headerMissing } from './header-missing.ts';
import { headerRenamed, headersMerged, idHeader } from './headers.ts';
import { otherProvider } from './other-provider.ts';
import { secretEncoding, secretPrefix } from './secret-form.ts';
import { secretKind, secretMode } from './secret-kind.ts';
import { changedSettings, formerSecret, otherEndpoint } from './secret-owner.ts';
import { secretText } from './secret-text.ts';
import { signatureEncoding, signatureTruncated } from './signature-text.ts';
import { timestamp, timestampUnit } from './time.ts';
import { urlVariant } from './url.ts';

export const HYPOTHESES: readonly Hypothesis[] = [
  changedSettings,
  secretText,
  otherEndpoint,
  formerSecret,
  trailingNewline,
  byteOrderMark,
  lineEndings,
  jsonRewritten,
  secretPrefix,
  secretEncoding,
  headerRenamed,
  headersMerged,
  signatureEncoding,
  signatureTruncated,
  timestampUnit,
  idHeader,
  charset,
  urlVariant,
  compression,
  formRewritten,
  signedContent,
  algorithm,
  otherProvider,
  jsonNumbers,
  jsonRestyled,
  formReordered,
  claims,
];

/** The most telling first. */
export const OBSERVATIONS: readonly Observation[] = [
  timestamp,
  headerMissing,
  secretKind,
  secretMode,
];

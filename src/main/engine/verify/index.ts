// Verification: what the rest of the engine uses of it.

export { retarget, urlAndTarget } from './called-url.ts';
export { type CredentialPlaces, credentialPlaces } from './credentials.ts';
export type { Knowledge } from './doctor/case.ts';
export {
  type Diagnosis,
  diagnose,
  examination,
  isUnexplained,
  type SecretRemedy,
} from './doctor/diagnose.ts';
export { setInBody } from './edit-body.ts';
export { formReader } from './form-reader.ts';
export { guessProviders } from './guess.ts';
export type { HandshakeAnswer } from './handshake.ts';
export { providerInfos } from './infos.ts';
export {
  decryptedText,
  encrypts,
  type Interpretation,
  interpret,
  type VerifyConfig,
} from './interpret.ts';
export {
  generateKeyPair,
  keyRuleOf,
  privateKeyKind,
  publicKeyFor,
  publicKeySet,
  signsWithKeyOnly,
} from './key-pair.ts';
export type { JsonValue, Provider } from './provider.ts';
export { findProvider } from './providers.ts';
export { parseRawRequest, type RawRequest, writeRawRequest } from './raw-request.ts';
export { readsForm } from './reads-form.ts';
export { type Sample, type SampleRequest, signSample } from './sample.ts';
export type { Problem, Secret } from './scheme.ts';
export {
  type Question,
  type Signing,
  signRequest,
  usableProvider,
  verifyRequest,
} from './standalone.ts';
export { TEST_KEY_ID } from './test-keys.ts';
export type { SignedRequest } from './view.ts';

// Verification: what the rest of the engine uses of it.

export { guessProviders } from './guess.ts';
export type { HandshakeAnswer } from './handshake.ts';
export { providerInfos } from './infos.ts';
export { type Interpretation, interpret, type VerifyConfig } from './interpret.ts';
export { findProvider } from './providers.ts';
export { type Sample, type SampleRequest, signSample } from './sample.ts';
export type { Secret } from './scheme.ts';
export type { SignedRequest } from './view.ts';

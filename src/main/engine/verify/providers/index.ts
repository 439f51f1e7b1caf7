// Every provider's entry, by name; the generic one last. Adding a provider is adding its file and its
// two lines here.

import type { ProviderEntry } from '../provider.ts';
import { provider100ms } from './100ms.ts';
import { ably } from './ably.ts';
import { adyenPlatform } from './adyen-platform.ts';
import { affirm } from './affirm.ts';
import { aftership } from './aftership.ts';
import { aircall } from './aircall.ts';
import { airship } from './airship.ts';
import { airtable } from './airtable.ts';
import { airwallex } from './airwallex.ts';
import { alchemy } from './alchemy.ts';
import { anthropic } from './anthropic.ts';
import { asana } from './asana.ts';
import { assemblyai } from './assemblyai.ts';
import { auth0 } from './auth0.ts';
import { authorizeNet } from './authorize-net.ts';
import { autodesk } from './autodesk.ts';
import { azureEventGrid } from './azure-event-grid.ts';
import { bandwidth } from './bandwidth.ts';
import { bigcommerce } from './bigcommerce.ts';
import { bird } from './bird.ts';
import { bitbucket } from './bitbucket.ts';
import { blockmark } from './blockmark.ts';
import { bloock } from './bloock.ts';
import { bolt } from './bolt.ts';
import { box } from './box.ts';
import { brevo } from './brevo.ts';
import { brex } from './brex.ts';
import { buildkite } from './buildkite.ts';
import { calcom } from './calcom.ts';
import { calendly } from './calendly.ts';
import { cashfree } from './cashfree.ts';
import { castle } from './castle.ts';
import { chargebee } from './chargebee.ts';
import { chargify } from './chargify.ts';
import { checkoutCom } from './checkout-com.ts';
import { circleci } from './circleci.ts';
import { clerk } from './clerk.ts';
import { clickup } from './clickup.ts';
import { cloudevents } from './cloudevents.ts';
import { cloudflareStream } from './cloudflare-stream.ts';
import { cloudinary } from './cloudinary.ts';
import { coinbaseCommerce } from './coinbase-commerce.ts';
import { courier } from './courier.ts';
import { cursor } from './cursor.ts';
import { customerio } from './customerio.ts';
import { daily } from './daily.ts';
import { datadog } from './datadog.ts';
import { deepgram } from './deepgram.ts';
import { dingtalk } from './dingtalk.ts';
import { discord } from './discord.ts';
import { dockerHub } from './docker-hub.ts';
import { dodopayments } from './dodopayments.ts';
import { doppler } from './doppler.ts';
import { douyin } from './douyin.ts';
import { dropbox } from './dropbox.ts';
import { dropboxSign } from './dropbox-sign.ts';
import { dub } from './dub.ts';
import { dwolla } from './dwolla.ts';
import { easypost } from './easypost.ts';
import { elevenlabs } from './elevenlabs.ts';
import { etsy } from './etsy.ts';
import { figma } from './figma.ts';
import { flutterwave } from './flutterwave.ts';
import { forgejo } from './forgejo.ts';
import { fourthwall } from './fourthwall.ts';
import { frameio } from './frameio.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gocardless } from './gocardless.ts';
import { grafana } from './grafana.ts';
import { gumroad } from './gumroad.ts';
import { helius } from './helius.ts';
import { heroku } from './heroku.ts';
import { hmacProvider } from './hmac.ts';
import { hubspot } from './hubspot.ts';
import { incidentIo } from './incident-io.ts';
import { instagram } from './instagram.ts';
import { intercom } from './intercom.ts';
import { iterable } from './iterable.ts';
import { jira } from './jira.ts';
import { jotform } from './jotform.ts';
import { klarna } from './klarna.ts';
import { klaviyo } from './klaviyo.ts';
import { knock } from './knock.ts';
import { lark } from './lark.ts';
import { launchdarkly } from './launchdarkly.ts';
import { lemonsqueezy } from './lemonsqueezy.ts';
import { licensechain } from './licensechain.ts';
import { line } from './line.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { lithic } from './lithic.ts';
import { lob } from './lob.ts';
import { logto } from './logto.ts';
import { loopReturns } from './loop-returns.ts';
import { loops } from './loops.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mandrill } from './mandrill.ts';
import { marqeta } from './marqeta.ts';
import { mercury } from './mercury.ts';
import { messenger } from './messenger.ts';
import { meta } from './meta.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { miro } from './miro.ts';
import { modernTreasury } from './modern-treasury.ts';
import { mollie } from './mollie.ts';
import { mongodbAtlas } from './mongodb-atlas.ts';
import { msteams } from './msteams.ts';
import { mux } from './mux.ts';
import { newrelic } from './newrelic.ts';
import { notion } from './notion.ts';
import { novu } from './novu.ts';
import { npmHooks } from './npm-hooks.ts';
import { nylas } from './nylas.ts';
import { okta } from './okta.ts';
import { onfido } from './onfido.ts';
import { onfleet } from './onfleet.ts';
import { openai } from './openai.ts';
import { opsgenie } from './opsgenie.ts';
import { orb } from './orb.ts';
import { paddle } from './paddle.ts';
import { pagerduty } from './pagerduty.ts';
import { paystack } from './paystack.ts';
import { persona } from './persona.ts';
import { pocketbook } from './pocketbook.ts';
import { podium } from './podium.ts';
import { polar } from './polar.ts';
import { postmark } from './postmark.ts';
import { primer } from './primer.ts';
import { prismic } from './prismic.ts';
import { pusher } from './pusher.ts';
import { qonto } from './qonto.ts';
import { quickbooks } from './quickbooks.ts';
import { quicknode } from './quicknode.ts';
import { ramp } from './ramp.ts';
import { razorpay } from './razorpay.ts';
import { recurly } from './recurly.ts';
import { render } from './render.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { retell } from './retell.ts';
import { revolut } from './revolut.ts';
import { ringcentral } from './ringcentral.ts';
import { salesforceMc } from './salesforce-mc.ts';
import { sanity } from './sanity.ts';
import { segment } from './segment.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { sinch } from './sinch.ts';
import { slack } from './slack.ts';
import { smartsheet } from './smartsheet.ts';
import { sonatype } from './sonatype.ts';
import { square } from './square.ts';
import { squarespace } from './squarespace.ts';
import { standardWebhooks } from './standard-webhooks.ts';
import { storyblok } from './storyblok.ts';
import { strapi } from './strapi.ts';
import { strava } from './strava.ts';
import { stream } from './stream.ts';
import { stripe } from './stripe.ts';
import { stytch } from './stytch.ts';
import { sumsub } from './sumsub.ts';
import { supabase } from './supabase.ts';
import { svix } from './svix.ts';
import { tally } from './tally.ts';
import { telegram } from './telegram.ts';
import { telnyx } from './telnyx.ts';
import { terraformCloud } from './terraform-cloud.ts';
import { tiktok } from './tiktok.ts';
import { tiktokShop } from './tiktok-shop.ts';
import { trello } from './trello.ts';
import { twilio } from './twilio.ts';
import { twitch } from './twitch.ts';
import { typeform } from './typeform.ts';
import { vanta } from './vanta.ts';
import { vapi } from './vapi.ts';
import { vercel } from './vercel.ts';
import { viber } from './viber.ts';
import { webex } from './webex.ts';
import { webflow } from './webflow.ts';
import { whatsapp } from './whatsapp.ts';
import { wise } from './wise.ts';
import { woocommerce } from './woocommerce.ts';
import { workos } from './workos.ts';
import { xTwitter } from './x-twitter.ts';
import { xero } from './xero.ts';
import { youtubeWebsub } from './youtube-websub.ts';
import { zendesk } from './zendesk.ts';
import { zohoPayments } from './zoho-payments.ts';
import { zoom } from './zoom.ts';

export const ENTRIES: readonly ProviderEntry[] = [
  provider100ms,
  ably,
  adyenPlatform,
  affirm,
  aftership,
  aircall,
  airship,
  airtable,
  airwallex,
  alchemy,
  anthropic,
  asana,
  assemblyai,
  auth0,
  authorizeNet,
  autodesk,
  azureEventGrid,
  bandwidth,
  bigcommerce,
  bird,
  bitbucket,
  blockmark,
  bloock,
  bolt,
  box,
  brevo,
  brex,
  buildkite,
  calcom,
  calendly,
  cashfree,
  castle,
  chargebee,
  checkoutCom,
  circleci,
  clerk,
  clickup,
  cloudevents,
  cloudflareStream,
  cloudinary,
  coinbaseCommerce,
  courier,
  cursor,
  customerio,
  daily,
  datadog,
  deepgram,
  dingtalk,
  discord,
  dockerHub,
  dodopayments,
  doppler,
  douyin,
  dropbox,
  dropboxSign,
  dub,
  dwolla,
  easypost,
  elevenlabs,
  etsy,
  messenger,
  figma,
  flutterwave,
  forgejo,
  fourthwall,
  frameio,
  freshdesk,
  front,
  gitea,
  github,
  gitlab,
  gocardless,
  grafana,
  gumroad,
  terraformCloud,
  helius,
  heroku,
  hubspot,
  incidentIo,
  instagram,
  intercom,
  iterable,
  jira,
  jotform,
  klarna,
  klaviyo,
  knock,
  lark,
  launchdarkly,
  lemonsqueezy,
  licensechain,
  line,
  linear,
  linkedin,
  lithic,
  lob,
  logto,
  loopReturns,
  loops,
  mailchimp,
  mandrill,
  mailgun,
  marqeta,
  chargify,
  mercury,
  meta,
  microsoftGraph,
  msteams,
  miro,
  modernTreasury,
  mollie,
  mongodbAtlas,
  mux,
  newrelic,
  notion,
  novu,
  npmHooks,
  nylas,
  okta,
  onfido,
  onfleet,
  openai,
  opsgenie,
  orb,
  paddle,
  pagerduty,
  paystack,
  persona,
  pocketbook,
  podium,
  polar,
  postmark,
  primer,
  prismic,
  pusher,
  qonto,
  quickbooks,
  quicknode,
  ramp,
  razorpay,
  recurly,
  render,
  replicate,
  resend,
  retell,
  revolut,
  ringcentral,
  salesforceMc,
  sanity,
  segment,
  sentry,
  shippo,
  shopify,
  sinch,
  slack,
  smartsheet,
  sonatype,
  square,
  squarespace,
  standardWebhooks,
  storyblok,
  strapi,
  strava,
  stream,
  stripe,
  stytch,
  sumsub,
  supabase,
  svix,
  tally,
  telegram,
  telnyx,
  tiktok,
  tiktokShop,
  trello,
  twilio,
  sendgrid,
  twitch,
  typeform,
  vanta,
  vapi,
  vercel,
  viber,
  webex,
  webflow,
  whatsapp,
  wise,
  woocommerce,
  workos,
  xTwitter,
  xero,
  youtubeWebsub,
  zendesk,
  zohoPayments,
  zoom,
  hmacProvider,
];

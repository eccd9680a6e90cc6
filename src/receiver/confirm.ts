/**
 * Confirming a join by the link in its letter. Opening the link shows a page and changes nothing, because mail scanners and previews open
 * links too; the button on the page confirms. Knows links and pages; how a join is confirmed is the store's.
 */
import type { Collection } from '../feed/merge.ts';
import { type Html, markup } from './html.ts';
import { type Invitation, invitationOf } from './invitation.ts';
import { languageFor } from '../i18n/words.ts';
import { pageResponse } from './page.ts';
import type { JoinStore, StoredJoin } from './store/joins.ts';
import type { Signer } from './token.ts';
import { languageOf, receiverWords, type ReceiverWords } from './words.ts';

export interface ConfirmOptions {
  readonly network: string;
  readonly joins: JoinStore;
  readonly signer: Signer;
  /** The name of the network for people. */
  readonly title: (collection: Collection | undefined) => string;
  readonly collection: () => Promise<Collection | undefined>;
  readonly now: () => number;
}

/** Answers a request for the page (GET, HEAD) or from its button (POST). */
export async function confirmPage(request: Request, options: ConfirmOptions): Promise<Response> {
  const { joins, network, signer, now } = options;
  const claim = signer.read(new URL(request.url).searchParams.get('t') ?? '');
  const join = claim && (await joins.find(network, claim.id));
  // an address that was corrected since has a link of its own
  if (!join || !(await signer.check(claim, join.address))) return notice(request, 'unknown', 404, options);
  const language = languageFor(join.body.language);
  const words = receiverWords[language];
  const variant = join.variant === 'session' ? 'session' : 'join';
  const collection = await options.collection();
  const title = options.title(collection);
  const invitation = invitationOf(join.body, collection, now(), language);
  const session = sessionSection(invitation, words);
  if (request.method === 'POST' && join.confirmed === undefined && now() <= claim.expires) await joins.confirm(join.id, now());
  else if (join.confirmed === undefined) {
    if (now() > claim.expires) return notice(request, 'expired', 410, options, join);
    const { confirm } = words;
    const main = markup`<p>${confirm.why}</p>
      ${variant === 'session' && session}
      <form method="post"><button>${confirm.button[variant]}</button></form>
      <p>${confirm.not}</p>
      ${variant === 'join' && session}`;
    return pageResponse({ status: 200, language, title: confirm.title[variant](title), main });
  }
  const { confirmed } = words;
  const home = collection?.url;
  const main = markup`<p>${confirmed.text}</p>
    ${home && markup`<p><a href="${home}">${words.home(title)}</a></p> `}${session}`;
  return pageResponse({ status: 200, language, title: confirmed.title[variant], main });
}

async function notice(
  request: Request,
  kind: 'unknown' | 'expired',
  status: number,
  options: ConfirmOptions,
  join?: StoredJoin,
): Promise<Response> {
  const language = join ? languageFor(join.body.language) : languageOf(request);
  const words = receiverWords[language];
  const collection = await options.collection();
  const home = collection?.url;
  const main = markup`<p>${words[kind].text}</p>
    ${home && markup`<p><a href="${home}">${words.home(options.title(collection))}</a></p>`}`;
  return pageResponse({ status, language, title: words[kind].title, main });
}

function sessionSection(invitation: Invitation | undefined, words: ReceiverWords): Html | undefined {
  if (!invitation) return undefined;
  const { title, when, where, url, asked } = invitation;
  return markup`<section>
    <p>${asked ? words.session : words.nextSession}</p>
    <p><strong>${title}</strong></p>
    <p>${when}</p>
    ${where && markup`<p>${where}</p> `}${url && markup`<p><a href="${url}">${words.toSession}</a></p> `}
  </section> `;
}

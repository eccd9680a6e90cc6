/** What `meedoen receive` and `meedoen joins` say. What the receiver itself refuses to start with is English, as its log is. */
import { words } from '../i18n/words.ts';

export const receiveWords = words(
  {
    help: `meedoen receive: neem aanmeldingen aan

Gebruik
  meedoen receive --db file:joins.db --origin https://www.voorbeeld.nl

Waar het komt
  --db file:joins.db     de database; libsql://… voor een server (MEEDOEN_DB_TOKEN is het wachtwoord)
  --network naam         van welk netwerk de aanmeldingen zijn, als een database er meer heeft (default)

Wie zich mag aanmelden
  --origin https://…     een site waar het formulier staat; herhaal dit voor meer sites, * is elke site
  --limit 60             hoeveel formulieren per minuut van één IP-adres (0: geen grens)
  --limit-all 60000      hoeveel formulieren per minuut van iedereen samen (0: geen grens)
  --body-limit 256000    hoeveel bytes een formulier mag zijn
  --trust-proxy          er staat een proxy voor: het laatste adres in X-Forwarded-For is dat van de bezoeker

Waar het luistert
  --port 8787            de poort
  --host 127.0.0.1       het adres van deze machine
  --url https://…        het adres zoals de wereld het ziet, zonder /join; nodig voor de links in mail

Mail om te bevestigen
  --smtp smtps://…       de mailserver; liever als MEEDOEN_SMTP, want wat je hier typt kan iedereen op de machine zien
  --from 'Naam <mail>'   de afzender
  --reply-to mail        waar antwoorden heen gaan
  --link-days 7          hoeveel dagen een link werkt
  MEEDOEN_SECRET         waarmee links ondertekend worden (minstens 32 tekens; anders staat het in de database)

Het netwerk
  --feed …               de feed, als adres of bestand: voor de naam, de volgende sessie en eigen veldnamen
  --title naam           de naam van het netwerk (anders die van de feed)

Bewaren
  --keep-unconfirmed 30  na hoeveel dagen een aanmelding weg is die niemand bevestigde (0: nooit)
  --keep 0               na hoeveel dagen alles weg is (0: nooit)

Elke keuze kan ook in de omgeving staan: MEEDOEN_DB, MEEDOEN_ORIGIN (met spaties ertussen), MEEDOEN_PORT …
`,
    joinsHelp: `meedoen joins: wat er is aangemeld

Gebruik
  meedoen joins export --db file:joins.db > aanmeldingen.csv   alles, voor Excel (--json: als JSON)
  meedoen joins show <e-mailadres> --db …                      wat er van iemand is
  meedoen joins correct <e-mailadres> role=Adviseur --db …     verander wat er van iemand is (role= haalt het weg)
  meedoen joins delete <e-mailadres> --db …                    verwijder alles van iemand
  meedoen joins prune --unconfirmed 30 --db …                  verwijder wat na 30 dagen niet bevestigd is
  meedoen joins prune --all 730 --db …                         verwijder alles van meer dan 730 dagen oud

Keuzes
  --network naam    alleen van dat netwerk; anders van alle netwerken in de database
  --variant join    alleen aanmeldingen (join), inschrijvingen (session) of tips (tip); bij export
  --confirmed       alleen wat bevestigd is, en tips; bij export
`,
    noDatabase: 'Waar moeten de aanmeldingen heen? Zeg het met --db file:joins.db',
    noFile: (name: string) => `De database ${name} is er niet.`,
    noOrigin: 'Van welke site komen de aanmeldingen? Zeg het met --origin https://www.voorbeeld.nl (of --origin * voor elke site).',
    noNumber: (option: string, value: string) => `--${option} moet een getal zijn, 0 of hoger; “${value}” is dat niet.`,
    noFrom: 'Van wie komt de mail? Zeg het met --from "Netwerk <netwerk@voorbeeld.nl>"',
    noFeed: (name: string, why: string) => `De feed ${name} is niet te lezen: ${why}`,
    listening: (address: string) => `De receiver luistert op ${address}`,
    noMail: 'Er is geen mailserver (--smtp): er gaat geen mail uit, en aanmeldingen blijven onbevestigd.',
    stopped: 'De receiver is gestopt.',
    noCommand: (name: string) => `meedoen joins kent “${name}” niet. Kijk bij: meedoen joins --help`,
    noAddress: 'Van wie? Noem een e-mailadres.',
    noChange: 'Wat moet er anders? Noem een veld en wat erin hoort: role=Adviseur',
    noField: (name: string, known: string) => `“${name}” is geen veld dat je kunt veranderen. Er zijn: ${known}`,
    noRetention: 'Wat moet weg? Zeg het met --unconfirmed 30 of --all 730 (dagen).',
    nobody: (email: string) => `Er is niets van ${email}.`,
    invalid: (field: string, detail: string) => `${field}: ${detail}`,
    taken: 'Dit kan niet: met dat adres is er al zo’n aanmelding. Bekijk die met: meedoen joins show',
    corrected: (n: number) => `${n} ${n === 1 ? 'aanmelding' : 'aanmeldingen'} veranderd.`,
    deleted: (n: number) => `${n} ${n === 1 ? 'aanmelding' : 'aanmeldingen'} verwijderd.`,
    columns: {
      network: 'Netwerk',
      variant: 'Soort',
      session: 'Sessie',
      received: 'Ontvangen',
      confirmed: 'Bevestigd',
      name: 'Naam',
      email: 'E-mail',
      organisation: 'Organisatie',
      role: 'Functie',
      sector: 'Sector',
      region: 'Regio',
      phone: 'Telefoon',
      needs: 'Behoeften',
      message: 'Bericht',
      offer: 'Aanbod',
      source: 'Kent ons van',
      invite: 'Uitnodiging',
      purposes: 'Akkoord met',
      language: 'Taal',
      suspect: 'Verdacht',
      id: 'Nummer',
      other: 'Overig',
    },
    yes: 'ja',
    no: 'nee',
  },
  {
    help: `meedoen receive: take in joins

Usage
  meedoen receive --db file:joins.db --origin https://www.example.org

Where it goes
  --db file:joins.db     the database; libsql://… for a server (MEEDOEN_DB_TOKEN is its token)
  --network name         whose joins these are, where a database holds those of several networks (default)

Who may join
  --origin https://…     a site with the form; repeat it for more, * is every site
  --limit 60             how many forms a minute from one IP address (0: no limit)
  --limit-all 60000      how many forms a minute from everyone together (0: no limit)
  --body-limit 256000    how many bytes a form may be
  --trust-proxy          a proxy stands in front: the last address in X-Forwarded-For is the visitor's

Where it listens
  --port 8787            the port
  --host 127.0.0.1       the address of this machine
  --url https://…        its address as the world sees it, without /join; needed for the links in mail

Mail to confirm
  --smtp smtps://…       the mail server; better as MEEDOEN_SMTP, because everyone on the machine can see what you type here
  --from 'Name <mail>'   the sender
  --reply-to mail        where answers go
  --link-days 7          how many days a link works
  MEEDOEN_SECRET         what links are signed with (at least 32 characters; else it is in the database)

The network
  --feed …               the feed, an address or a file: for the name, the next session and your own names of fields
  --title name           the name of the network (else that of the feed)

Keeping
  --keep-unconfirmed 30  after how many days a join is removed that nobody confirmed (0: never)
  --keep 0               after how many days everything is removed (0: never)

Each of these can be in the environment as well: MEEDOEN_DB, MEEDOEN_ORIGIN (separated by spaces), MEEDOEN_PORT …
`,
    joinsHelp: `meedoen joins: what has come in

Usage
  meedoen joins export --db file:joins.db > joins.csv     everything, for Excel (--json: as JSON)
  meedoen joins show <email> --db …                       what there is of somebody
  meedoen joins correct <email> role=Adviser --db …       change what there is of somebody (role= takes it out)
  meedoen joins delete <email> --db …                     delete everything of somebody
  meedoen joins prune --unconfirmed 30 --db …             remove what was not confirmed after 30 days
  meedoen joins prune --all 730 --db …                    remove everything that is more than 730 days old

Options
  --network name    of that network only; else of all networks in the database
  --variant join    only joins (join), sign-ups (session) or tips (tip); with export
  --confirmed       only what was confirmed, and tips; with export
`,
    noDatabase: 'Where do the joins go? Say it with --db file:joins.db',
    noFile: (name: string) => `The database ${name} is not there.`,
    noOrigin: 'Which site do the joins come from? Say it with --origin https://www.example.org (or --origin * for every site).',
    noNumber: (option: string, value: string) => `--${option} has to be a number, 0 or more; “${value}” is not.`,
    noFrom: 'Who sends the mail? Say it with --from "Network <network@example.org>"',
    noFeed: (name: string, why: string) => `The feed ${name} can’t be read: ${why}`,
    listening: (address: string) => `The receiver listens on ${address}`,
    noMail: 'There is no mail server (--smtp): no mail goes out, and joins stay unconfirmed.',
    stopped: 'The receiver has stopped.',
    noCommand: (name: string) => `meedoen joins doesn’t know “${name}”. See: meedoen joins --help`,
    noAddress: 'Of whom? Name an email address.',
    noChange: 'What has to change? Name a field and what belongs in it: role=Adviser',
    noField: (name: string, known: string) => `“${name}” is no field that can be changed. There are: ${known}`,
    noRetention: 'What has to go? Say it with --unconfirmed 30 or --all 730 (days).',
    nobody: (email: string) => `There is nothing of ${email}.`,
    invalid: (field: string, detail: string) => `${field}: ${detail}`,
    taken: 'This can’t be: there is such a join with that address already. Look at it with: meedoen joins show',
    corrected: (n: number) => `${n} ${n === 1 ? 'join' : 'joins'} changed.`,
    deleted: (n: number) => `${n} ${n === 1 ? 'join' : 'joins'} removed.`,
    columns: {
      network: 'Network',
      variant: 'Kind',
      session: 'Session',
      received: 'Received',
      confirmed: 'Confirmed',
      name: 'Name',
      email: 'Email',
      organisation: 'Organisation',
      role: 'Role',
      sector: 'Sector',
      region: 'Region',
      phone: 'Phone',
      needs: 'Needs',
      message: 'Message',
      offer: 'Offer',
      source: 'Knows us from',
      invite: 'Invitation',
      purposes: 'Agreed to',
      language: 'Language',
      suspect: 'Suspect',
      id: 'Number',
      other: 'Other',
    },
    yes: 'yes',
    no: 'no',
  },
);

export type ReceiveWords = (typeof receiveWords)['nl'];

/**
 * What every key of a feed is for, in Dutch: title, description, example. The words beside the rules of schema.ts; json-schema.ts and
 * docs/ are made from both. Never imported by what runs in a browser.
 */

export interface Doc {
  readonly title: string;
  readonly description: string;
  /** Of the value itself, or of one element of a list. Objects have none of their own: theirs is made of those of their keys. */
  readonly example?: unknown;
  readonly keys?: Readonly<Record<string, Doc>>;
}

const doc = (title: string, description: string, example: unknown): Doc => ({ title, description, example });
const group = (title: string, description: string, keys: Readonly<Record<string, Doc>>): Doc => ({ title, description, keys });

const id = (what: string, example: string): Doc =>
  doc(
    'Id',
    `Waaraan ${what} te herkennen is: een kort woord. Verander het nooit meer. Twee keer hetzelfde “id” in één lijst kan niet.`,
    example,
  );
const aliases = (example: string): Doc =>
  doc('Andere namen', 'Hoe mensen en andere feeds dit ook noemen. Wordt gebruikt bij zoeken en filteren.', example);
const withdrawn = doc(
  'Ingetrokken',
  'true: wordt nergens meer getoond, ook niet als het in een andere feed nog staat. Laat het onderdeel dan staan met alleen “id” en “withdrawn”, zodat ook anderen het weten.',
  false,
);
const source = group('Bron', 'Waar dit vandaan komt, bijvoorbeeld een rapport. Staat klein onder de tekst.', {
  title: doc('Titel van de bron', 'De naam van het document of de website.', 'Voorbeeldrapport 2021'),
  url: doc('Adres van de bron', 'Waar de bron te vinden is.', 'https://www.example.org/rapport'),
});
const person = (what: string): Doc =>
  group(what, 'Eén persoon.', {
    name: doc('Naam', 'De naam zoals je die wilt tonen.', 'Voorbeeldpersoon'),
    role: doc('Functie', 'Wat iemand doet.', 'conciërge'),
    organisation: doc('Organisatie', 'Waar iemand werkt, als dat niet al bij het onderdeel staat.', 'Voorbeeldschool'),
  });
const links = group('Links', 'Adressen om verder te lezen. Zonder adres wordt de titel als tekst getoond.', {
  title: doc('Tekst van de link', 'Wat er te lezen is als je de link volgt.', 'Lees het hele verslag'),
  url: doc('Adres', 'Waar de link naartoe gaat: https, http, mailto of tel.', 'https://www.example.org/verslag'),
});
const figures = group('Cijfers', 'Getallen die eruit mogen springen.', {
  value: doc('Getal', 'Het getal zoals je het wilt tonen, ook met tekst: “ruim 60”.', '60'),
  label: doc('Waarvan', 'Wat het getal telt.', 'mensen geplaatst'),
});
const sectors = doc('Sectoren', 'Voor welke sectoren dit is: een “id”, naam of andere naam uit “sectors”.', 'po');
const themes = doc('Thema’s', 'Waar dit over gaat: een “id”, naam of andere naam uit “themes”.', 'talent');
const regions = doc('Regio’s', 'In welke regio’s dit speelt: een “id”, naam of andere naam uit “regions”.', 'drenthe');

const sector = group('Sectoren', 'Alle sectoren, in de volgorde waarin ze in filters staan.', {
  id: id('de sector', 'po'),
  name: doc('Naam', 'De volle naam van de sector.', 'Primair onderwijs'),
  aliases: aliases('basisonderwijs'),
  organisation: doc('Organisatie', 'Welke organisatie de werkgevers in deze sector verenigt.', 'PO-Raad'),
  url: doc('Website', 'Het adres van die organisatie.', 'https://www.example.org/po'),
  about: doc(
    'Over de sector',
    'Een korte tekst over deze sector, getoond boven een groep verhalen.',
    'De basisscholen en het speciaal onderwijs.',
  ),
});

const theme = group('Thema’s', 'Alle thema’s, in de volgorde waarin ze getoond worden.', {
  id: id('het thema', 'talent'),
  name: doc('Naam', 'De naam van het thema.', 'Zie het talent'),
  aliases: aliases('talenten'),
  kind: doc(
    'Soort',
    'chapter: een hoofdstuk dat verhalen ordent. topic: een onderwerp van sessies en van vragen in het formulier.',
    'chapter',
  ),
  about: doc('Over het thema', 'Een inleiding, getoond boven de verhalen van dit hoofdstuk.', 'Kijk naar wat iemand kan.'),
});

const region = group('Regio’s', 'Alle (arbeidsmarkt)regio’s.', {
  id: id('de regio', 'drenthe'),
  name: doc('Naam', 'De naam van de regio.', 'Drenthe'),
  aliases: aliases('Noord-Drenthe'),
});

const story = group('Verhalen', 'Verhalen, praktijkvoorbeelden, initiatieven, verslagen en voorwoorden.', {
  id: id('het verhaal', 'voorbeeldverhaal'),
  title: doc('Titel', 'De kop van het verhaal. Een verhaal zonder titel wordt niet getoond.', 'Een conciërge die alles ziet'),
  kind: doc(
    'Soort',
    'story (een verhaal; dit geldt als er niets staat), practice (praktijkvoorbeeld), initiative, report (verslag) of foreword (voorwoord).',
    'story',
  ),
  organisation: doc('Organisatie', 'Waar het verhaal speelt.', 'Voorbeeldschool'),
  people: person('Personen'),
  sectors,
  themes,
  regions,
  lead: doc(
    'Inleiding',
    'Een of twee zinnen waarmee het verhaal begint. Staat ook op de kaart.',
    'Hoe een school ontdekte wat iemand wél kan.',
  ),
  quote: group('Citaat', 'Een paar woorden die iemand echt heeft gezegd.', {
    text: doc('Woorden', 'Wat er gezegd is, zonder aanhalingstekens.', 'Ik hoor er nu bij'),
    by: doc('Van wie', 'Wie het zei.', 'Voorbeeldpersoon'),
  }),
  image: group('Afbeelding', 'Een foto of tekening bij het verhaal.', {
    src: doc(
      'Adres',
      'Waar de afbeelding staat. Een adres zonder https:// geldt vanaf de plek van de feed.',
      'https://www.example.org/beeld.jpg',
    ),
    srcset: doc(
      'Andere formaten',
      'Dezelfde afbeelding in andere breedtes, zoals in het attribuut srcset van HTML.',
      'https://www.example.org/beeld-400.jpg 400w, https://www.example.org/beeld-800.jpg 800w',
    ),
    alt: doc(
      'Beschrijving',
      'Wat er te zien is, voor wie de afbeelding niet ziet. "" als het alleen versiering is.',
      'Een conciërge maakt een fiets',
    ),
    width: doc('Breedte', 'In pixels. Houdt de plek vrij, zodat de tekst niet verspringt.', 1200),
    height: doc('Hoogte', 'In pixels.', 800),
    credit: doc('Maker', 'Wie de afbeelding maakte.', 'Voorbeeldfotograaf'),
  }),
  body: doc(
    'Tekst',
    'De tekst in HTML: koppen, alinea’s, lijsten, links, afbeeldingen en tabellen. Al het andere wordt weggehaald.',
    '<p>Het begon met een fiets.</p>',
  ),
  tips: doc('Tips', 'Raad aan anderen, één zin per tip.', 'Begin klein'),
  figures,
  sidebars: group('Kaders', 'Stukken tekst naast het verhaal, zoals een programma of een regeling.', {
    title: doc('Titel', 'De kop van het kader.', 'Zo werkt een proefplaatsing'),
    text: doc('Tekst', 'Gewone tekst zonder HTML.', 'Twee maanden kijken of het past.'),
    links,
  }),
  links,
  video: group('Video', 'Een film op een andere website. Wordt pas geladen als de bezoeker erheen gaat.', {
    title: doc('Titel', 'Waar de film over gaat.', 'Een dag op school'),
    url: doc('Adres', 'Waar de film te zien is.', 'https://www.example.org/film'),
    poster: doc(
      'Beeld',
      'Een afbeelding uit de film. Zet die bij je feed of bij je foto’s: van een andere site, zoals die van de film, wordt niets getoond voordat de bezoeker klikt.',
      'https://www.example.org/film.jpg',
    ),
  }),
  url: doc('Adres van het verhaal', 'De pagina waar het hele verhaal ook staat.', 'https://www.example.org/verhaal'),
  published: doc('Verschenen', 'Wanneer het verhaal verscheen, zo precies als je weet.', '2019'),
  language: doc('Taal', 'De taal van dit verhaal, als die anders is dan die van de feed.', 'nl'),
  source,
  expires: doc(
    'Tot wanneer',
    'Na deze dag wordt het verhaal niet meer getoond, bijvoorbeeld omdat iemand daar toestemming voor gaf.',
    '2030-12-31',
  ),
  withdrawn,
});

const session = group('Sessies', 'Bijeenkomsten. Vooraf staat er de aanmelding, na afloop staan er de opbrengst en het materiaal.', {
  id: id('de sessie', 'voorbeeldsessie'),
  title: doc('Titel', 'Waar de sessie over gaat. Een sessie zonder titel wordt niet getoond.', 'Functies anders indelen'),
  start: doc(
    'Begin',
    'Zo precies als je weet: 2021, 2021-09, 2021-09-17 of 2021-09-17T09:30. Laat weg wat nog niet bekend is.',
    '2021-09-17T09:30',
  ),
  end: doc('Einde', 'Net zo geschreven. Een einde zonder tijd is tot en met die dag.', '2021-09-17T11:00'),
  startNote: doc('Over het begin', 'Wat je wel weet als je de tijd niet weet.', 'ochtend'),
  timeZone: doc('Tijdzone', 'Van de tijden zonder eigen zone. Zonder dit is dat Europe/Amsterdam.', 'Europe/Amsterdam'),
  previousStart: doc('Eerder begin', 'Wanneer de sessie eerst zou zijn, als zij is verplaatst.', '2021-09-10T09:30'),
  status: doc(
    'Stand',
    'scheduled (gaat door; dit geldt als er niets staat), cancelled (afgelast), postponed (uitgesteld) of moved (verplaatst).',
    'moved',
  ),
  statusNote: doc('Over de stand', 'Waarom, of wat er nu gebeurt.', 'De zaal was te klein.'),
  sequence: doc('Hoe vaak gewijzigd', 'Eén hoger bij elke wijziging van tijd of plaats, zodat agenda’s meegaan.', 1),
  updated: doc('Laatst gewijzigd', 'Wanneer de gegevens van deze sessie voor het laatst zijn veranderd.', '2021-09-01'),
  organiser: group('Organisator', 'Wie de sessie houdt.', {
    name: doc('Naam', 'De naam van de organisatie of persoon.', 'Voorbeeldraad'),
    url: doc('Website', 'Het adres van de organisator.', 'https://www.example.org/'),
    email: doc('E-mailadres', 'Voor vragen over de sessie.', 'sessies@example.org'),
  }),
  themes,
  sectors: doc('Sectoren', 'Voor welke sectoren de sessie is. Zonder sectoren is zij voor iedereen.', 'po'),
  regions: doc('Regio’s', 'Voor welke regio’s de sessie is. Zonder regio’s is zij voor iedereen.', 'drenthe'),
  attendance: doc('Hoe erbij te zijn', 'online, onsite (op locatie) of hybrid (allebei).', 'hybrid'),
  location: group('Plaats', 'Waar de sessie is.', {
    name: doc('Naam', 'De naam van het gebouw of de zaal.', 'Voorbeeldzaal'),
    address: doc('Adres', 'Straat en plaats.', 'Voorbeeldstraat 1, Utrecht'),
    url: doc('Routebeschrijving', 'Een adres met meer over de plaats.', 'https://www.example.org/route'),
  }),
  online: group('Online', 'Hoe je online meedoet.', {
    url: doc('Adres', 'Het adres van de onlinebijeenkomst. Iedereen kan dit zien.', 'https://www.example.org/meedoen'),
  }),
  speakers: person('Sprekers'),
  partners: doc('Partners', 'Organisaties die meewerken.', 'Voorbeeldfonds'),
  summary: doc('Samenvatting', 'Een paar zinnen over de sessie.', 'Hoe splits je taken af?'),
  body: doc('Tekst', 'Meer over de sessie, in HTML.', '<p>Met voorbeelden uit de praktijk.</p>'),
  outcomes: doc('Opbrengst', 'Wat de sessie opleverde, één zin per punt. Voor na afloop.', 'Begin met de taken, niet met de functie'),
  figures,
  materials: group('Materiaal', 'Presentaties en andere bestanden. Zonder adres wordt de titel als tekst getoond.', {
    title: doc('Titel', 'Wat het is.', 'Presentatie'),
    url: doc('Adres', 'Waar het te vinden is.', 'https://www.example.org/presentatie.pdf'),
    type: doc('Bestandstype', 'Het type zoals op internet gebruikelijk is.', 'application/pdf'),
    size: doc('Grootte', 'In bytes.', 120000),
  }),
  links,
  registration: group('Aanmelding', 'Hoe je je aanmeldt.', {
    url: doc('Adres', 'Waar je je aanmeldt, als dat niet met het formulier van meedoen gaat.', 'https://www.example.org/aanmelden'),
    opens: doc('Opent', 'Vanaf wanneer je je kunt aanmelden.', '2021-08-20'),
    closes: doc('Sluit', 'Tot en met wanneer je je kunt aanmelden.', '2021-09-15'),
    capacity: doc('Plaatsen', 'Hoeveel mensen er bij kunnen zijn.', 30),
    left: doc('Nog vrij', 'Hoeveel plaatsen er nog zijn.', 4),
    full: doc('Vol', 'true als er geen plaats meer is.', false),
  }),
  ics: doc('Agendabestand', 'Een eigen bestand voor de agenda. Zonder dit maakt meedoen er een.', 'https://www.example.org/sessie.ics'),
  url: doc('Pagina', 'De pagina over deze sessie.', 'https://www.example.org/sessie'),
  source,
  withdrawn,
});

const contact = group('Contacten', 'Mensen en organisaties die je kunt benaderen. Een naam of een organisatie is nodig.', {
  id: id('het contact', 'voorbeeldcontact'),
  organisation: doc('Organisatie', 'Waar het contact werkt.', 'PO-Raad'),
  name: doc('Naam', 'De naam van de persoon.', 'Voorbeeldpersoon'),
  sortName: doc('Naam om op te sorteren', 'De achternaam vooraan, als de naam met een voornaam begint.', 'Persoon, Voorbeeld'),
  role: doc('Functie', 'Wat iemand doet of waarvoor je kunt bellen.', 'beleidsadviseur'),
  email: doc('E-mailadres', 'Iedereen kan dit zien.', 'contact@example.org'),
  phone: doc('Telefoonnummer', 'Zoals je het wilt tonen.', '030 123 45 67'),
  sectors: doc('Sectoren', 'Voor welke sectoren. Zonder sectoren voor alle.', 'po'),
  regions: doc('Regio’s', 'Voor welke regio’s. Zonder regio’s voor alle.', 'drenthe'),
  url: doc('Website', 'Een pagina over of van het contact.', 'https://www.example.org/contact'),
  checked: doc('Gecontroleerd', 'Wanneer iemand voor het laatst naging of dit klopt, zo precies als je weet.', '2021-09'),
  source,
  withdrawn,
});

const join = group('Formulier', 'Instellingen van het formulier om mee te doen.', {
  action: doc('Adres', 'Waar het formulier naartoe wordt gestuurd.', 'https://www.example.org/join'),
  title: doc('Titel', 'De kop boven het formulier.', 'Doe mee'),
  intro: doc('Inleiding', 'Een paar zinnen boven het formulier.', 'Laat weten wat je nodig hebt.'),
  fields: group('Velden', 'Welke velden er anders zijn dan gewoon, in de gewenste volgorde.', {
    name: doc('Veld', 'name, email, organisation, role, sector, region, phone, needs, message, offer, source of invite.', 'organisation'),
    label: doc('Tekst bij het veld', 'Als de gewone tekst niet past.', 'Je school of bestuur'),
    hint: doc('Hulptekst', 'Een korte uitleg onder de tekst.', 'De naam zoals die op je salarisstrook staat'),
    required: doc('Verplicht', 'true als het veld moet worden ingevuld.', true),
    hidden: doc('Verborgen', 'true als het veld niet wordt getoond.', false),
    as: doc('Naam bij verzenden', 'Hoe het veld heet voor het systeem dat het formulier ontvangt.', 'org'),
  }),
  purposes: group('Toestemming', 'Waar iemand apart ja op kan zeggen, elk met een eigen vakje dat leeg begint.', {
    id: id('de toestemming', 'newsletter'),
    text: doc('Tekst', 'Waar iemand ja op zegt.', 'Stuur mij de nieuwsbrief'),
  }),
  privacy: doc('Privacyverklaring', 'Het adres van de uitleg over wat er met de gegevens gebeurt.', 'https://www.example.org/privacy'),
});

/** The whole feed; its keys are those of `feedRule`. */
export const feedDoc: Doc = group('Feed van meedoen', 'Verhalen, sessies, contacten en het formulier van een netwerk, in één bestand.', {
  meedoen: doc('Versie', 'De versie van het formaat. Altijd 1.', 1),
  title: doc('Titel', 'De naam van het netwerk of van deze verzameling.', 'Voorbeeldnetwerk'),
  language: doc('Taal', 'De taal van de teksten.', 'nl'),
  url: doc('Website', 'De website van het netwerk.', 'https://www.example.org/'),
  updated: doc(
    'Bijgewerkt',
    'Wanneer deze feed voor het laatst is veranderd. Bezoekers zien dit als er geen nieuwere versie te halen is.',
    '2021-12-20',
  ),
  email: doc('E-mailadres', 'Het algemene adres van het netwerk.', 'info@example.org'),
  calendar: doc(
    'Agenda',
    'Het adres van een agenda (iCalendar) waar mensen zich op kunnen abonneren.',
    'https://www.example.org/sessies.ics',
  ),
  source,
  sectors: sector,
  themes: theme,
  regions: region,
  stories: story,
  sessions: session,
  contacts: contact,
  join,
});

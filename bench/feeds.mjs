// Feeds for measuring: any number of sessions, contacts or stories, the same for the same number. Everything in them is made up, and
// says so. Knows the feed format; knows no pages and no browser.

/** The time at which all pages are looked at. */
export const NOW = '2021-09-20T12:00';

const DAY = 86_400_000;
const NOON = Date.parse('2021-09-20T12:00Z');

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator with the constants of Numerical Recipes). */
function random(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const named = (texts) => texts.map(([id, name, ...aliases]) => ({ id, name, aliases }));

const sectors = named([
  ['po', 'Primair onderwijs', 'basisonderwijs'],
  ['vo', 'Voortgezet onderwijs', 'middelbare school'],
  ['mbo', 'Middelbaar beroepsonderwijs', 'roc'],
  ['hbo', 'Hoger beroepsonderwijs', 'hogeschool'],
  ['wo', 'Wetenschappelijk onderwijs', 'universiteit'],
  ['gemeenten', 'Gemeenten'],
  ['provincies', 'Provincies'],
  ['waterschappen', 'Waterschappen'],
  ['rijk', 'Rijk'],
  ['zorg', 'Academische zorg', 'umc'],
]);
const themes = named([
  ['talent', 'Zie het talent'],
  ['begeleiding', 'Begeleiding op de werkvloer'],
  ['techniek', 'Techniek die helpt'],
  ['samenwerken', 'Samenwerken in de regio'],
  ['leiding', 'Leidinggeven'],
  ['werving', 'Werven zonder drempels'],
  ['geld', 'Regelingen en geld'],
  ['cijfers', 'Cijfers en doelen'],
]);
const regions = named(['Noord', 'Oost', 'Zuid', 'West', 'Midden', 'Kust', 'Meren', 'Rivieren'].map((name) => [name.toLowerCase(), name]));

const WORDS =
  'werk collega team school plek kans dag begeleider gesprek talent taak stap vraag oplossing ervaring afspraak opleiding organisatie regio leidinggevende sollicitatie functie jaar aanpak voorbeeld resultaat ondersteuning hulpmiddel rooster vertrouwen'.split(
    ' ',
  );
const VERBS = 'maakt vindt geeft krijgt ziet leert deelt zoekt begint verandert helpt blijft'.split(' ');
const SMALL = 'de een elke deze geen samen vaak altijd nu snel voor met naar zonder door over'.split(' ');
const GIVEN = 'Anna Bram Carla Daan Esra Floor Gijs Hanna Imre Joris Karin Lotte Milan Noor Omar Petra Quinten Roos Sven Tess'.split(' ');
const BETWEEN = ['', '', '', 'van ', 'de ', 'van der ', 'van den '];
const SURNAMES = 'Voorbeeld Voorbeelds Voorbeeldsma Proefstra Testema Schijnhof Modelmans Specimen'.split(' ');

/** A writer of texts that belong together. */
function writer(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chance = (part) => next() < part;
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const sentence = () => {
    const words = Array.from({ length: 4 + Math.floor(next() * 9) }, (_, n) => (n === 2 ? pick(VERBS) : n % 2 ? pick(WORDS) : pick(SMALL)));
    return `${capital(words.join(' '))}.`;
  };
  const text = (sentences) => Array.from({ length: sentences }, sentence).join(' ');
  const ids = (list, most) => [...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(list).id))];
  const person = () => `${pick(GIVEN)} ${pick(BETWEEN)}${pick(SURNAMES)}`;
  return { next, pick, chance, capital, sentence, text, ids, person };
}

const head = {
  meedoen: 1,
  title: 'Verzonnen voorbeeld',
  language: 'nl',
  url: 'https://example.org/',
  email: 'voorbeeld@example.org',
  sectors,
  themes,
  regions,
};

/** `2021-09-20` of a number of days from today. */
const dayOf = (days) => new Date(NOON + days * DAY).toISOString().slice(0, 10);

/**
 * As many sessions before as after today: a week apart where there are few, several a day where there are many. Most have a day and a
 * time; some a day, some only a month. What has been has outcomes and materials, what is to come can be signed up for.
 */
export function sessionFeed(count) {
  const { next, pick, chance, capital, sentence, text, ids, person } = writer(count);
  const span = Math.min(3600, Math.max(count * 7, 180));
  const sessions = Array.from({ length: count }, (_, n) => {
    const days = Math.round(((n + 0.5) / count - 0.5) * span) || 1;
    const past = days < 0;
    const day = dayOf(days);
    const hour = 9 + Math.floor(next() * 7);
    const kind = next();
    const timed = kind < 0.8;
    const when = timed
      ? { start: `${day}T${String(hour).padStart(2, '0')}:30`, end: `${day}T${hour + 2}:00` }
      : kind < 0.92
        ? { start: day }
        : { start: day.slice(0, 7) };
    const attendance = pick(['online', 'onsite', 'hybrid']);
    const off = chance(0.04);
    const full = chance(0.1);
    return {
      id: `s${n}`,
      title: `${capital(pick(WORDS))} en ${pick(WORDS)}: ${pick(VERBS)} ${pick(SMALL)} ${pick(WORDS)} (voorbeeld ${n + 1})`,
      ...when,
      ...(off && { status: 'cancelled', statusNote: sentence() }),
      organiser: { name: 'Voorbeeldnetwerk' },
      themes: ids(themes, 2),
      sectors: chance(0.3) ? [] : ids(sectors, 3),
      regions: chance(0.6) ? [] : ids(regions, 1),
      attendance,
      ...(attendance !== 'online' && { location: { name: `Voorbeeldgebouw ${pick(regions).name}` } }),
      speakers: Array.from({ length: Math.floor(next() * 3) }, () => ({
        name: person(),
        role: pick(['adviseur', 'teamleider', 'docent']),
        organisation: 'Voorbeeldorganisatie',
      })),
      summary: text(2),
      ...(past
        ? {
            outcomes: chance(0.7) ? [sentence(), sentence()] : [],
            materials: chance(0.5)
              ? [{ title: 'Presentatie', url: `https://example.org/${n}.pdf`, type: 'application/pdf', size: 120_000 + n * 100 }]
              : [],
          }
        : timed && {
            registration: {
              url: `https://example.org/aanmelden/${n}`,
              capacity: 30,
              left: full ? 0 : 1 + Math.floor(next() * 29),
              ...(full && { full }),
            },
          }),
    };
  });
  return { ...head, sessions };
}

/** Contacts with all columns filled, or nearly. */
export function contactFeed(count) {
  const { next, pick, chance, ids, person } = writer(count);
  const contacts = Array.from({ length: count }, (_, n) => ({
    id: `c${n}`,
    organisation: `Voorbeeldraad ${pick(WORDS)} ${n + 1}`,
    name: person(),
    ...(chance(0.8) && { role: pick(['adviseur', 'beleidsmedewerker', 'coördinator', 'bestuurder']) }),
    email: `voorbeeld.${n + 1}@example.org`,
    ...(chance(0.7) && { phone: `+31 00 ${String(1_000_000 + Math.floor(next() * 8_999_999)).slice(0, 7)}` }),
    sectors: ids(sectors, 2),
    regions: chance(0.3) ? [] : ids(regions, 1),
    checked: pick(['2019', '2020-11', '2021-03', '2021-06-01']),
  }));
  return { ...head, contacts };
}

/** Stories with some 300 words each and no pictures: decoding those is not what is measured. */
export function storyFeed(count) {
  const { pick, chance, capital, sentence, text, ids, person } = writer(count);
  const stories = Array.from({ length: count }, (_, n) => ({
    id: `v${n}`,
    title: `${capital(pick(WORDS))} ${pick(VERBS)} ${pick(SMALL)} ${pick(WORDS)} (voorbeeld ${n + 1})`,
    organisation: `Voorbeeldorganisatie ${capital(pick(WORDS))}`,
    people: [{ name: person(), role: pick(['medewerker', 'begeleider']) }],
    sectors: ids(sectors, 1),
    themes: ids(themes, 2),
    regions: chance(0.4) ? ids(regions, 1) : [],
    lead: text(2),
    quote: { text: sentence(), by: person() },
    body: Array.from({ length: 5 }, (_, part) => `${part % 2 ? '' : `<h2>${sentence()}</h2>`}<p>${text(7)}</p>`).join('\n'),
    tips: [sentence(), sentence(), sentence()],
    links: [{ title: 'Meer over dit voorbeeld', url: `https://example.org/${n}` }],
  }));
  return { ...head, stories };
}

/** A form with a choice of sectors, regions and themes, and the next session to be invited to. */
export function joinFeed() {
  return {
    ...sessionFeed(24),
    join: {
      action: 'https://example.org/aanmelden',
      purposes: [{ id: 'nieuws', text: 'Stuur me het nieuws van het netwerk.' }],
      privacy: 'https://example.org/privacy',
    },
  };
}

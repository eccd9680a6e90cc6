/**
 * The one list of example states: stories, tests, pictures and demo are made from it, so a state without a check can't exist.
 * The feed behind `/meedoen.json` is the demo's; what is made up for an example says so in its own text.
 */

import demo from '../demo/meedoen.json' with { type: 'json' };
import regions from '../demo/voorbeeld-regios.json' with { type: 'json' };

export interface Example {
  /** Unique; also the name of its pictures. */
  readonly id: string;
  readonly element:
    'meedoen-story-card' | 'meedoen-story-list' | 'meedoen-session-calendar' | 'meedoen-contact-table' | 'meedoen-join-form';
  readonly title: string;
  /** What a page would hold. */
  readonly html: string;
  /** Given as the `feed` property instead of an address. */
  readonly feed?: object;
  /** What is filled in before that, by the names of fields; `true` ticks a box. */
  readonly fill?: Readonly<Record<string, string | true>>;
  /** What is pressed before it is looked at: a selector inside the element. */
  readonly press?: string;
  /** What a form that is sent is answered with; without it, that it was accepted. */
  readonly answer?: FormAnswer;
}

/** What comes back when a form is sent: an answer, none at all, a broken connection, or there is no connection to begin with. */
export type FormAnswer =
  | 'silence'
  | 'reset'
  | 'offline'
  | { readonly status: number; readonly body?: object | string; readonly headers?: Readonly<Record<string, string>> };

const SRC = 'src="/meedoen.json" today="2021-09-20" deep-link="off"';
const FALLBACK = '<a href="/">Bekijk het op de site van het netwerk</a>';
const LONG = 'Arbeidsongeschiktheidsverzekeringsmaatwerkcoördinatieoverleg bij de regionale samenwerkingsverbanden passend onderwijs';

function one(element: Example['element'], id: string, title: string, attributes: string, more: Partial<Example> = {}): Example {
  const source = more.feed ? 'today="2021-09-20" deep-link="off"' : SRC;
  return { id, element, title, html: `<${element} ${source} ${attributes}>${FALLBACK}</${element}>`, ...more };
}

/** As many made-up things as asked for. */
function many<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

const failing = (element: Example['element'], id: string): Example => ({
  id,
  element,
  title: 'de feed is er niet',
  html: `<${element} src="/geen-feed.json">${FALLBACK}</${element}>`,
});

const sectors = [
  { id: 'po', name: 'Primair onderwijs', aliases: ['basisonderwijs'], organisation: 'Voorbeeldraad po' },
  { id: 'vo', name: 'Voortgezet onderwijs', organisation: 'Voorbeeldraad vo' },
];

/** A made-up story with everything a feed can say of one. */
const everything = {
  id: 'alles',
  title: 'Voorbeeld van een verhaal met alles erop en eraan',
  organisation: 'Voorbeeldschool',
  people: [
    { name: 'Voorbeeld van der Voorbeeld', role: 'conciërge', organisation: 'Voorbeeldschool' },
    { name: 'Een tweede voorbeeld', role: 'directeur' },
  ],
  sectors: ['po'],
  themes: ['baancreatie'],
  regions: ['drenthe'],
  lead: 'Een verzonnen verhaal, om te laten zien hoe alles wat een feed van een verhaal kan zeggen eruitziet.',
  quote: { text: 'Ik zeg dit alleen bij wijze van voorbeeld', by: 'Voorbeeld van der Voorbeeld' },
  image: { src: '/pictures/ashley.svg', alt: 'Een getekend voorbeeld', width: 800, height: 1000, credit: 'Voorbeeldtekenaar' },
  body: `<h2>Een tussenkop</h2><p>Een verzonnen tekst met <strong>nadruk</strong>, een <a href="https://example.org/">link</a> en een lijst:</p>
    <ul><li>het eerste punt</li><li>het tweede punt</li></ul><blockquote><p>Een citaat in de tekst.</p></blockquote>`,
  figures: [
    { value: '60', label: 'mensen geplaatst (verzonnen)' },
    { value: '12', label: 'scholen (verzonnen)' },
  ],
  tips: [
    'Begin klein.',
    'Vertel elkaar wat er niet lukt, ook als dat een heel lange zin kost die over meer dan één regel loopt.',
    'Vier wat wel lukt.',
  ],
  sidebars: [
    {
      title: 'Een kader met achtergrond',
      text: 'Een verzonnen kader.',
      links: [{ title: 'Lees er meer over', url: 'https://example.org/kader' }],
    },
  ],
  video: { title: 'Een verzonnen film', url: 'https://video.example.org/film', poster: '/pictures/ashley.svg' },
  links: [{ title: 'Een rapport', url: 'https://example.org/rapport' }, { title: 'Een titel zonder adres' }],
  url: 'https://example.org/verhaal',
  published: '2021-06',
  source: { title: 'Een verzonnen bundel', url: 'https://example.org/bundel' },
};
const around = {
  meedoen: 1,
  language: 'nl',
  sectors,
  regions: [{ id: 'drenthe', name: 'Drenthe' }],
  themes: [{ id: 'baancreatie', name: 'Baancreatie', kind: 'topic' }],
  contacts: [{ id: 'c', name: 'Een voorbeeld', organisation: 'Voorbeeldraad po', email: 'voorbeeld@example.org', sectors: ['po'] }],
  sessions: [
    { id: 's', title: 'Een voorbeeldsessie', start: '2021-10-04T09:30', themes: ['baancreatie'], url: 'https://example.org/sessie' },
  ],
};
const { id: _id, title: _title, ...most } = everything;
const long = {
  ...most,
  title: many(4, () => 'Een titel die maar niet ophoudt').join(' en '),
  lead: many(12, (number) => `Dit is zin ${number} van een verzonnen inleiding die veel te lang is.`).join(' '),
  quote: { text: many(8, (number) => `Dit is zin ${number} van een verzonnen citaat.`).join(' '), by: `Voorbeeld, ${LONG.toLowerCase()}` },
  body: many(30, (number) => `<p>${`Alinea ${number} van een verzonnen verhaal dat lang is. `.repeat(8)}</p>`).join(''),
  tips: many(15, (number) => `Tip ${number}. Een verzonnen tip.`),
};
/** The same small made-up story in five languages; the feed is Dutch. */
const languages = [
  {
    id: 'fy',
    language: 'fy',
    title: 'Foarbyld: in betocht ferhaal',
    organisation: 'Foarbyldskoalle',
    lead: 'In betocht ferhaal, om sjen te litten hoe’t in tekst yn in oare taal derút sjocht.',
    tips: ['Begjin lyts.'],
  },
  {
    id: 'tr',
    language: 'tr',
    title: 'Örnek: uydurma bir hikâye',
    organisation: 'Örnek Okulu',
    lead: 'Başka bir dildeki bir metnin nasıl göründüğünü göstermek için uydurulmuş bir hikâye.',
    tips: ['Küçük başlayın.'],
  },
  {
    id: 'en',
    language: 'en',
    title: 'Example: a made-up story',
    organisation: 'Example School',
    lead: 'A made-up story, to show what a text in another language looks like.',
    tips: ['Start small.'],
  },
  {
    id: 'ar',
    language: 'ar',
    title: 'مثال: قصة مختلقة',
    organisation: 'مدرسة نموذجية',
    lead: 'قصة مختلقة تُظهر كيف يبدو نص يُقرأ من اليمين إلى اليسار.',
    quote: { text: 'هذه كلمات مختلقة', by: 'شخص مختلق' },
    tips: ['ابدأ بخطوة صغيرة.', 'احتفل بما ينجح.'],
  },
  {
    id: 'nl',
    title: 'Voorbeeld: een verzonnen verhaal',
    organisation: 'Voorbeeldschool',
    lead: 'Een verzonnen verhaal, om te laten zien hoe een tekst in de taal van de pagina eruitziet.',
    tips: ['Begin klein.'],
  },
].map((story) => ({
  sectors: ['po'],
  people: [{ name: 'Voorbeeld' }],
  body: `<p>${story.lead}</p>`.repeat(6),
  video: { url: 'https://video.example.org/film' },
  links: [{ title: story.title, url: 'https://example.org/' }],
  source: { title: story.organisation },
  published: '2021',
  ...story,
}));
const translated = { ...around, stories: languages };

const storyExamples: readonly Example[] = [
  one('meedoen-story-card', 'card-wide', 'breed', 'story="ashley" layout="wide"'),
  one('meedoen-story-card', 'card-stacked', 'gestapeld', 'story="roc-claire"'),
  one('meedoen-story-card', 'card-quote', 'met de woorden van de persoon voorop', 'story="skpoel-wesley" layout="quote"'),
  ...['stacked', 'wide', 'quote'].flatMap((layout) => [
    one('meedoen-story-card', `card-bare-${layout}`, `alleen een titel (${layout})`, `layout="${layout}"`, {
      feed: { meedoen: 1, stories: [{ id: 'a', title: 'Voorbeeld zonder meer' }] },
    }),
    one('meedoen-story-card', `card-short-${layout}`, `heel kort (${layout})`, `layout="${layout}"`, {
      feed: { ...around, stories: [{ id: 'a', title: 'Ja', organisation: 'A', lead: 'Kort.', quote: { text: 'Ja', by: 'B' } }] },
    }),
    one('meedoen-story-card', `card-full-${layout}`, `heel lang (${layout})`, `layout="${layout}"`, {
      feed: { ...around, stories: [{ ...long, id: 'a' }] },
    }),
    one('meedoen-story-card', `card-arabic-${layout}`, `van rechts naar links (${layout})`, `story="ar" layout="${layout}"`, {
      feed: translated,
    }),
  ]),
  one('meedoen-story-card', 'card-broken', 'met een beeld dat niet laadt', '', {
    feed: {
      ...around,
      stories: [{ ...everything, image: { src: '/bestaat-niet.png', alt: 'Een beeld dat er niet is', width: 800, height: 1000 } }],
    },
  }),
  one('meedoen-story-card', 'card-long', 'lange woorden', 'layout="wide"', {
    feed: { meedoen: 1, stories: [{ id: 'a', title: LONG, organisation: LONG, lead: `${LONG}. ${LONG}.` }] },
  }),
  one('meedoen-story-card', 'card-link', 'een link naar de pagina van het verhaal', 'open="link" layout="wide"', {
    feed: {
      meedoen: 1,
      stories: [{ id: 'a', title: 'Voorbeeld met een eigen pagina', lead: 'Een verzonnen verhaal.', url: 'https://example.org/verhaal' }],
    },
  }),
  one('meedoen-story-card', 'card-unknown', 'een verhaal dat er niet is', 'story="bestaat-niet"'),
  one('meedoen-story-card', 'card-reader', 'het hele verhaal', 'story="umcg-paul"', { press: '.card-link' }),
  one('meedoen-story-card', 'reader-everything', 'het hele verhaal, met alles wat een feed kan zeggen', '', {
    feed: { ...around, stories: [everything] },
    press: '.card-link',
  }),
  one('meedoen-story-card', 'reader-video', 'een film waarvan het beeld bij een ander staat', '', {
    feed: { ...around, stories: [{ ...everything, video: { ...everything.video, poster: 'https://beeld.example.net/film.jpg' } }] },
    press: '.card-link',
  }),
  one('meedoen-story-card', 'bare', 'een verhaal met alleen een titel', '', {
    feed: { meedoen: 1, stories: [{ id: 'a', title: 'Voorbeeld zonder meer' }] },
  }),
  one('meedoen-story-card', 'reader-bare', 'een verhaal met alleen een tip, geopend', '', {
    feed: { meedoen: 1, stories: [{ id: 'a', title: 'Voorbeeld zonder meer', tips: ['Begin klein.'] }] },
    press: '.card-link',
  }),
  one('meedoen-story-card', 'reader-long', 'een heel lang verhaal, geopend', '', {
    feed: { ...around, stories: [{ ...long, id: 'a' }] },
    press: '.card-link',
  }),
  one('meedoen-story-card', 'reader-english', 'een Engels verhaal op een Nederlandse pagina', 'story="en"', {
    feed: translated,
    press: '.card-link',
  }),
  one('meedoen-story-card', 'reader-turkish', 'een Turks verhaal op een Nederlandse pagina', 'story="tr"', {
    feed: translated,
    press: '.card-link',
  }),
  one('meedoen-story-card', 'reader-arabic', 'van rechts naar links, geopend', 'story="ar"', { feed: translated, press: '.card-link' }),
  one(
    'meedoen-story-card',
    'reader-dutch-in-english',
    'een Nederlands verhaal op een Engelse pagina, geopend',
    'story="ashley" lang="en"',
    {
      press: '.card-link',
    },
  ),
  one('meedoen-story-list', 'list-fourteen', 'de veertien verhalen van de bundel', 'limit="0"'),
  one('meedoen-story-list', 'list-all', 'ook voorbeelden, initiatieven, terugblikken en voorwoorden', 'kind="all" limit="0"'),
  one('meedoen-story-list', 'list-languages', 'vijf talen op een Nederlandse pagina', 'controls', { feed: translated }),
  one('meedoen-story-list', 'list-languages-english', 'vijf talen op een Engelse pagina', 'controls lang="en" group-by="sector"', {
    feed: translated,
  }),
  one('meedoen-story-list', 'list-more', 'na “Toon meer”', 'limit="3" sort="title"', { press: 'button[part=more]' }),
  one('meedoen-story-list', 'list-filtered', 'gefilterd, met wat er te wissen is', 'controls', {
    fill: { text: 'werk', theme: 'talent' },
  }),
  one('meedoen-story-list', 'list-not-found', 'niets gevonden', 'controls', { fill: { text: 'zoekwoord dat nergens staat' } }),
  one('meedoen-story-list', 'list-chapters', 'in hoofdstukken, met alle filters', 'group-by="theme" controls limit="0"'),
  one('meedoen-story-list', 'list-sectors', 'per sector', 'group-by="sector" limit="4"'),
  one('meedoen-story-list', 'list-initiatives', 'zonder beeld', 'kind="initiative" controls="search"'),
  one('meedoen-story-list', 'list-one', 'één verhaal', 'sector="defensie"'),
  one('meedoen-story-list', 'list-none', 'geen verhalen', 'sector="bestaat-niet"'),
  one('meedoen-story-list', 'list-english', 'Nederlandse verhalen op een Engelse pagina', 'controls limit="2" lang="en"'),
  one('meedoen-story-list', 'list-many', 'veel verhalen (verzonnen)', 'controls', {
    feed: {
      meedoen: 1,
      sectors,
      stories: many(60, (number) => ({
        id: `v${number}`,
        title: `Voorbeeldverhaal ${number}`,
        organisation: `Voorbeeldschool ${number}`,
        sectors: [number % 3 ? 'po' : 'vo'],
        lead: 'Een verzonnen verhaal om te laten zien hoe een lange lijst eruitziet.',
      })),
    },
  }),
  one('meedoen-story-list', 'list-endless', 'een inleiding en een titel zonder eind (verzonnen)', '', {
    feed: {
      meedoen: 1,
      stories: [
        {
          id: 'a',
          title: 'Voorbeeld met een inleiding zonder eind',
          lead: many(60, (number) => `Dit is zin ${number} van een verzonnen inleiding.`).join(' '),
        },
        { id: 'b', title: long.title, lead: 'Een verzonnen verhaal.' },
        { id: 'c', title: 'Een gewoon voorbeeld', lead: 'Een verzonnen verhaal met een gewone inleiding.' },
      ],
    },
  }),
  one('meedoen-story-list', 'list-long', 'lange woorden', 'controls', {
    feed: {
      meedoen: 1,
      sectors: [{ id: 'lang', name: LONG }],
      stories: many(2, (number) => ({
        id: `v${number}`,
        title: `${LONG} ${number}`,
        organisation: LONG,
        sectors: ['lang'],
        lead: `${LONG}.`,
      })),
    },
  }),
  {
    id: 'list-partial',
    element: 'meedoen-story-list',
    title: 'een van twee feeds is er niet',
    html: `<meedoen-story-list src="/meedoen.json /geen-feed.json" limit="2" deep-link="off">${FALLBACK}</meedoen-story-list>`,
  },
  failing('meedoen-story-list', 'list-failed'),
  {
    id: 'list-fallback',
    element: 'meedoen-story-list',
    title: 'zonder feed',
    html: `<meedoen-story-list>${FALLBACK}</meedoen-story-list>`,
  },
];

const statuses = {
  meedoen: 1,
  title: 'Voorbeeld',
  email: 'voorbeeld@example.org',
  calendar: 'https://example.org/sessies.ics',
  sectors,
  sessions: [
    {
      id: 'a',
      title: 'Voorbeeld: aanmelden kan',
      start: '2021-09-28T09:30',
      end: '2021-09-28T11:00',
      attendance: 'online',
      online: { url: 'https://example.org/deelnemen' },
      sectors: ['po'],
      registration: { url: 'https://example.org/aanmelden', closes: '2021-09-26', capacity: 30, left: 4 },
      organiser: { name: 'Voorbeeldnetwerk' },
      summary: 'Een verzonnen sessie om te laten zien hoe aanmelden eruitziet.',
      speakers: [{ name: 'Voorbeeldspreker', role: 'adviseur', organisation: 'Voorbeeldorganisatie' }],
    },
    {
      id: 'b',
      title: 'Voorbeeld: vol',
      start: '2021-09-29T14:00',
      registration: { url: 'https://example.org/aanmelden', full: true },
      attendance: 'hybrid',
      location: { name: 'Voorbeeldgebouw', address: 'Voorbeeldstraat 1, Utrecht' },
    },
    { id: 'c', title: 'Voorbeeld: gaat niet door', start: '2021-10-04', status: 'cancelled', statusNote: 'De spreker is ziek.' },
    { id: 'd', title: 'Voorbeeld: verplaatst', start: '2021-10-06T13:00', previousStart: '2021-10-01T13:00', status: 'moved' },
    { id: 'e', title: 'Voorbeeld: uitgesteld', start: '2021-10', status: 'postponed', statusNote: 'Een nieuwe datum volgt.' },
    { id: 'f', title: 'Voorbeeld: twee dagen', start: '2021-10-18', end: '2021-10-19' },
    { id: 'g', title: 'Voorbeeld in een andere tijdzone', start: '2021-10-20T10:00', timeZone: 'America/New_York' },
    { id: 'h', title: `Voorbeeld: ${LONG}`, start: '2021-11', startNote: 'ochtend' },
    { id: 'i', title: 'Voorbeeld zonder datum' },
    { id: 'j', title: 'Voorbeeld: bezig', start: '2021-09-20T00:00', end: '2021-09-21T12:00' },
    {
      id: 'k',
      title: 'Voorbeeld: aanmelden kan later',
      start: '2021-12-02T10:00',
      registration: { url: 'https://example.org/aanmelden', opens: '2021-11-01', capacity: 12 },
    },
    {
      id: 'l',
      title: 'Voorbeeld: aanmelden is gesloten',
      start: '2021-12-09T10:00',
      registration: { url: 'https://example.org/aanmelden', closes: '2021-09-18' },
    },
  ],
};

const been = {
  id: 'm',
  title: 'Voorbeeld: geweest',
  start: '2021-09-07T09:30',
  end: '2021-09-07T11:00',
  attendance: 'online',
  outcomes: ['Een verzonnen uitkomst.', 'Nog een verzonnen uitkomst.'],
  figures: [{ value: '24', label: 'deelnemers (verzonnen)' }],
  materials: [
    { title: 'Voorbeeldpresentatie', url: 'https://example.org/presentatie.pdf', type: 'application/pdf', size: 1_240_000 },
    { title: 'Voorbeeldopname', url: 'https://example.org/opname.mp4', type: 'video/mp4', size: 84_000_000 },
  ],
};

/** Many sessions in one month: up to six on a day, some of several days. */
const crowded = {
  meedoen: 1,
  sectors,
  sessions: many(36, (number) => ({
    id: `d${number}`,
    title: `Drukke voorbeeldmaand ${number}`,
    start: `2021-09-${String(1 + ((number * number) % 29)).padStart(2, '0')}T${number % 2 ? '09:30' : '14:00'}`,
    ...(number % 12 === 0 && { start: `2021-09-${number === 36 ? '29' : '20'}`, end: number === 36 ? '2021-10-01' : '2021-09-22' }),
    ...(number % 9 === 0 && { status: 'cancelled' }),
  })),
};

/** As many as the largest network could have: 5,000 in five years. */
const thousands = {
  meedoen: 1,
  title: 'Voorbeeld',
  sectors,
  sessions: many(5_000, (number) => {
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(number / 2.74)));
    return {
      id: `t${number}`,
      title: `Voorbeeldsessie ${number} van 5000`,
      start: `${day.toISOString().slice(0, 10)}T${number % 2 ? '09:30' : '14:00'}`,
      sectors: [number % 3 ? 'po' : 'vo'],
      attendance: number % 2 ? 'online' : 'onsite',
    };
  }),
};

const zones = {
  meedoen: 1,
  sessions: [
    ['Europe/Amsterdam', '2021-10-31T02:30', 'op de nacht dat de klok teruggaat'],
    ['America/New_York', '2021-11-07T01:30', 'op de nacht dat de klok daar teruggaat'],
    ['Asia/Tokyo', '2021-11-10T10:00', 'in Tokio'],
    ['Australia/Lord_Howe', '2021-11-12T10:00', 'op Lord Howe'],
    ['America/St_Johns', '2021-11-15T23:00', 'op Newfoundland, om middernacht'],
    ['Pacific/Kiritimati', '2021-12-31T23:00', 'op Kiritimati, op oudejaarsavond'],
  ].map(([timeZone, start, where]) => ({ id: timeZone, title: `Voorbeeld ${where}`, timeZone, start, attendance: 'online' })),
};

/** In Arabic: “example: …”. */
const rightToLeft = {
  meedoen: 1,
  language: 'ar',
  title: 'مثال',
  calendar: 'https://example.org/sessies.ics',
  themes: [{ id: 'work', name: 'العمل الشامل' }],
  sessions: [
    {
      id: 'a',
      title: 'مثال: التسجيل مفتوح',
      start: '2021-09-28T09:30',
      end: '2021-09-28T11:00',
      attendance: 'online',
      themes: ['work'],
      organiser: { name: 'شبكة المثال' },
      summary: 'جلسة خيالية لإظهار شكل التقويم من اليمين إلى اليسار.',
      speakers: [{ name: 'متحدث المثال', role: 'مستشار', organisation: 'منظمة المثال' }],
      registration: { url: 'https://example.org/aanmelden', closes: '2021-09-26', capacity: 30, left: 4 },
    },
    { id: 'b', title: 'مثال: ألغيت الجلسة', start: '2021-09-30T14:00', status: 'cancelled', statusNote: 'المتحدث مريض.' },
    { id: 'c', title: 'مثال: جلسة ليومين', start: '2021-10-18', end: '2021-10-19' },
    { id: 'd', title: 'مثال: يوم غير معروف', start: '2021-10' },
  ],
};

/** The sessions of 2021 as a visitor saw them on a day. */
const seenOn = (id: string, day: string, today: string, attributes = 'controls'): Example => ({
  id,
  element: 'meedoen-session-calendar',
  title: `gezien op ${day}`,
  html: `<meedoen-session-calendar src="/meedoen.json" today="${today}" deep-link="off" ${attributes}>${FALLBACK}</meedoen-session-calendar>`,
});

const sessionExamples: readonly Example[] = [
  seenOn('sessions-july', '1 juli 2021', '2021-07-01'),
  seenOn('sessions-september', '20 september 2021', '2021-09-20'),
  seenOn('sessions-december', '31 december 2021', '2021-12-31', 'controls period="all"'),
  one('meedoen-session-calendar', 'sessions-past', 'geweest', 'period="past" limit="6"'),
  one('meedoen-session-calendar', 'sessions-month', 'maand', 'view="month" period="all"'),
  one('meedoen-session-calendar', 'sessions-statuses', 'elke stand van zaken (verzonnen sessies)', 'limit="0" period="all"', {
    feed: { ...statuses, sessions: [...statuses.sessions, been] },
  }),
  one('meedoen-session-calendar', 'sessions-statuses-month', 'elke stand van zaken per maand (verzonnen sessies)', 'view="month"', {
    feed: statuses,
  }),
  one('meedoen-session-calendar', 'sessions-add', 'in je eigen agenda (verzonnen sessies)', 'limit="1"', {
    feed: statuses,
    press: '.add summary',
  }),
  one('meedoen-session-calendar', 'sessions-subscribe', 'abonneren (verzonnen sessies)', 'limit="1"', {
    feed: statuses,
    press: '.subscribe summary',
  }),
  one('meedoen-session-calendar', 'sessions-none', 'niets gepland', 'sector="bestaat-niet"', {
    feed: { meedoen: 1, email: 'voorbeeld@example.org', sessions: [{ id: 'a', title: 'Voorbeeld van vorig jaar', start: '2020-10-01' }] },
  }),
  one('meedoen-session-calendar', 'sessions-one', 'één sessie (verzonnen)', '', {
    feed: { ...statuses, sessions: statuses.sessions.slice(0, 1) },
  }),
  one('meedoen-session-calendar', 'sessions-crowded', 'een drukke maand (verzonnen)', 'view="month"', { feed: crowded }),
  one('meedoen-session-calendar', 'sessions-empty-month', 'een lege maand (verzonnen)', 'view="month"', {
    feed: { meedoen: 1, sessions: [{ id: 'a', title: 'Voorbeeld in november', start: '2021-11-04T10:00' }] },
  }),
  one('meedoen-session-calendar', 'sessions-many', '5000 sessies (verzonnen)', 'controls', { feed: thousands }),
  one('meedoen-session-calendar', 'sessions-many-month', '5000 sessies per maand (verzonnen)', 'controls view="month"', {
    feed: thousands,
  }),
  one('meedoen-session-calendar', 'sessions-zones', 'andere tijdzones (verzonnen)', 'limit="0"', { feed: zones }),
  failing('meedoen-session-calendar', 'sessions-failed'),
  one('meedoen-session-calendar', 'sessions-details', 'een sessie van dichtbij', 'period="past"', { press: 'article button' }),
  one('meedoen-session-calendar', 'sessions-english', 'op een Engelse pagina', 'lang="en" limit="3" controls="period"'),
  one('meedoen-session-calendar', 'sessions-english-month', 'maand op een Engelse pagina', 'lang="en" view="month" controls="period"', {
    feed: { ...statuses, language: 'nl' },
  }),
  one('meedoen-session-calendar', 'sessions-right-to-left', 'van rechts naar links (verzonnen)', 'lang="ar" dir="rtl" controls', {
    feed: rightToLeft,
  }),
  one(
    'meedoen-session-calendar',
    'sessions-right-to-left-month',
    'maand van rechts naar links (verzonnen)',
    'lang="ar" dir="rtl" view="month"',
    {
      feed: rightToLeft,
    },
  ),
  one('meedoen-session-calendar', 'sessions-right-to-left-details', 'een sessie van rechts naar links (verzonnen)', 'lang="ar" dir="rtl"', {
    feed: rightToLeft,
    press: '.session-link',
  }),
];

/** The thirteen of the bundle of 2019 alone: real people, with what the demo's feed says of them. */
const thirteen = { ...demo, stories: [], sessions: [], contacts: demo.contacts.slice(0, 13) };

const madeUpContacts = (count: number): object => ({
  meedoen: 1,
  title: 'Voorbeeld',
  email: 'voorbeeld@example.org',
  sectors,
  contacts: many(count, (number) => ({
    id: `c${number}`,
    name: `Voorbeeldpersoon ${number}`,
    organisation: `Voorbeeldorganisatie ${Math.ceil(number / 4)}`,
    role: 'adviseur',
    email: `voorbeeld${number}@example.org`,
    phone: '+31 00 000 00 00',
    sectors: [number % 3 ? 'po' : 'vo'],
    checked: number % 5 ? '2021-08' : '2019',
  })),
});

const contactExamples: readonly Example[] = [
  one('meedoen-contact-table', 'contacts', 'alle contactpersonen', 'controls'),
  one('meedoen-contact-table', 'contacts-thirteen', 'de dertien van de bundel', 'controls', { feed: thirteen }),
  one('meedoen-contact-table', 'contacts-sorted', 'gesorteerd op naam', 'sort="name" columns="name organisation email"'),
  one('meedoen-contact-table', 'contacts-finder', 'wie is mijn contactpersoon?', 'mode="finder"'),
  one('meedoen-contact-table', 'contacts-finder-regions', 'wie is mijn contactpersoon in mijn regio? (verzonnen)', 'mode="finder"', {
    feed: regions,
  }),
  one(
    'meedoen-contact-table',
    'contacts-finder-found',
    'de ene contactpersoon',
    'mode="finder" sector="politie" columns="name organisation email checked"',
    { feed: thirteen },
  ),
  one('meedoen-contact-table', 'contacts-one', 'één sector', 'sector="politie"'),
  one('meedoen-contact-table', 'contacts-single', 'één contactpersoon (verzonnen)', 'controls', { feed: madeUpContacts(1) }),
  one('meedoen-contact-table', 'contacts-many', 'veel contactpersonen (verzonnen)', 'controls', { feed: madeUpContacts(120) }),
  one('meedoen-contact-table', 'contacts-342', '342 contactpersonen (verzonnen)', 'controls columns="name organisation email"', {
    feed: madeUpContacts(342),
  }),
  one('meedoen-contact-table', 'contacts-5000', '5.000 contactpersonen (verzonnen)', 'controls columns="name organisation email"', {
    feed: madeUpContacts(5000),
  }),
  {
    id: 'contacts-feeds',
    element: 'meedoen-contact-table',
    title: 'dezelfde mensen in twee feeds',
    html: `<meedoen-contact-table src="/meedoen.json /meedoen.json?nog-eens" today="2021-09-20" controls="search">${FALLBACK}</meedoen-contact-table>`,
  },
  one('meedoen-contact-table', 'contacts-long', 'lange woorden', 'controls', {
    feed: {
      meedoen: 1,
      sectors: [{ id: 'lang', name: LONG }],
      contacts: [
        {
          id: 'a',
          name: LONG,
          organisation: LONG,
          role: LONG,
          email: `${LONG.toLowerCase()
            .replace(/[^a-z]/g, '')
            .slice(0, 60)}@example.org`,
          sectors: ['lang'],
        },
      ],
    },
  }),
  failing('meedoen-contact-table', 'contacts-failed'),
  one('meedoen-contact-table', 'contacts-none', 'niemand', '', { feed: { meedoen: 1, email: 'voorbeeld@example.org', contacts: [] } }),
  one('meedoen-contact-table', 'contacts-regions', 'een contactpersoon per arbeidsmarktregio (verzonnen)', 'controls', { feed: regions }),
  one(
    'meedoen-contact-table',
    'contacts-several',
    'meer sectoren en regio’s, zonder naam, zonder e-mail (verzonnen)',
    'controls stale-after="3" subject="Vraag via de site"',
    {
      feed: {
        meedoen: 1,
        sectors,
        regions: [
          { id: 'drenthe', name: 'Drenthe' },
          { id: 'rijk-van-nijmegen', name: 'Rijk van Nijmegen' },
        ],
        contacts: [
          {
            id: 'a',
            name: 'Voorbeeld van der Voorbeeld',
            role: 'regioadviseur',
            organisation: 'Voorbeeldpunt Drenthe',
            phone: '+31 00 000 00 00',
            regions: ['drenthe', 'rijk-van-nijmegen'],
            sectors: ['po', 'vo'],
            checked: '2021-06',
          },
          {
            id: 'b',
            organisation: 'Voorbeeldpunt Nijmegen',
            email: 'voorbeeld@example.org',
            url: 'https://example.org/voorbeeld',
            regions: ['rijk-van-nijmegen'],
            checked: '2021-09-01',
          },
          { id: 'c', name: 'Voorbeeldpersoon zonder adres', sectors: ['po'] },
        ],
      },
    },
  ),
  one('meedoen-contact-table', 'contacts-rtl', 'van rechts naar links (verzonnen)', 'dir="rtl" controls', {
    feed: {
      meedoen: 1,
      language: 'ar',
      sectors: [
        { id: 'a', name: 'مثال أول' },
        { id: 'b', name: 'مثال ثان' },
      ],
      contacts: [
        {
          id: 'a',
          name: 'مثال',
          organisation: 'منظمة المثال',
          role: 'مثال',
          email: 'voorbeeld@example.org',
          phone: '+31 00 000 00 00',
          sectors: ['a'],
          checked: '2019',
        },
        {
          id: 'b',
          name: 'Voorbeeld',
          organisation: 'Voorbeeldorganisatie',
          email: 'voorbeeld2@example.org',
          sectors: ['b'],
          checked: '2021-09-01',
        },
      ],
    },
  }),
  one('meedoen-contact-table', 'contacts-english', 'op een Engelse pagina', 'lang="en" controls="search"'),
];

const joinable = {
  meedoen: 1,
  title: 'Voorbeeld',
  email: 'voorbeeld@example.org',
  sectors,
  sessions: statuses.sessions,
  themes: [
    { id: 'baancreatie', name: 'Baancreatie', kind: 'topic' },
    { id: 'draagvlak', name: 'Draagvlak', kind: 'topic' },
  ],
  join: { privacy: 'https://example.org/privacy', purposes: [{ id: 'nieuws', text: 'Stuur me nieuws van het netwerk.' }] },
};

/** A form that can be sent: to an address that only exists here, so that each example has the answer of its own (see `act.ts`). */
function form(
  id: string,
  title: string,
  attributes = '',
  more: Partial<Example> & { feed?: { join?: object; [key: string]: unknown } } = {},
): Example {
  const feed = { ...joinable, ...more.feed, join: { ...joinable.join, ...more.feed?.join, action: `/aanmelden/${id}` } };
  return one('meedoen-join-form', id, title, attributes, { ...more, feed });
}

const who = { name: 'Voorbeeld van der Voorbeeld', email: 'voorbeeld@example.org', organisation: 'Voorbeeldschool' };
const SUBMIT = '[type=submit]';
/** A form that was filled in and sent. */
const sent = (id: string, title: string, answer?: FormAnswer, attributes = '', more: Parameters<typeof form>[3] = {}): Example =>
  form(id, title, attributes, {
    fill: { ...who, message: 'Hoe begin ik?', invite: true },
    press: SUBMIT,
    ...more,
    ...(answer && { answer }),
  });

const joinExamples: readonly Example[] = [
  one('meedoen-join-form', 'join-unconnected', 'nog niet aangesloten: een e-mail met wat er is ingevuld', '', { feed: joinable }),
  one('meedoen-join-form', 'join-unconnected-errors', 'nog niet aangesloten, en er ontbreekt nog iets', '', {
    feed: joinable,
    press: 'a[part~=submit]',
  }),
  one('meedoen-join-form', 'join-nowhere', 'nog niet aangesloten, en geen e-mailadres', '', {
    feed: { meedoen: 1, join: { intro: 'Een verzonnen netwerk, dat nog geen adres heeft.' } },
  }),
  one('meedoen-join-form', 'join-none', 'een feed zonder formulier', '', {
    feed: { meedoen: 1, email: 'voorbeeld@example.org', sessions: statuses.sessions },
  }),
  failing('meedoen-join-form', 'join-failed'),
  one('meedoen-join-form', 'join-demo', 'het netwerk van de demo', ''),
  form('join', 'aanmelden'),
  form('join-all', 'elk veld, verplicht of niet', '', {
    feed: {
      ...joinable,
      regions: [
        { id: 'drenthe', name: 'Drenthe' },
        { id: 'rijk-van-nijmegen', name: 'Rijk van Nijmegen' },
      ],
      join: {
        title: 'Voorbeeld met elk veld',
        intro: 'Een verzonnen netwerk vraagt hier alles wat een formulier kan vragen.',
        purposes: [...joinable.join.purposes, { id: 'lijst', text: 'Zet me op de openbare lijst van leden.' }],
        fields: [
          { name: 'name', required: true, hint: 'Zoals je collega’s je noemen.' },
          { name: 'email', required: true },
          { name: 'phone' },
          { name: 'organisation', required: true },
          { name: 'role' },
          { name: 'sector', required: true },
          { name: 'region' },
          { name: 'needs', required: true },
          { name: 'message' },
          { name: 'offer' },
          { name: 'source' },
          { name: 'invite' },
        ],
      },
    },
  }),
  form('join-typed', 'vrije tekst waar de feed niets te kiezen geeft', '', {
    feed: {
      ...joinable,
      sectors: [],
      themes: [],
      sessions: [],
      join: { purposes: [], fields: [{ name: 'name', required: true }, { name: 'sector' }, { name: 'needs' }, { name: 'invite' }] },
    },
  }),
  form('join-sector', 'op de site van één sector', 'sector="po"'),
  form('join-long', 'lange woorden', '', {
    feed: {
      ...joinable,
      themes: [{ id: 'lang', name: LONG, kind: 'topic' }],
      join: {
        title: LONG,
        intro: `${LONG}.`,
        purposes: [{ id: 'lang', text: `${LONG}.` }],
        fields: [{ name: 'name', label: LONG, hint: `${LONG}.`, required: true }, { name: 'needs' }],
      },
    },
    press: SUBMIT,
  }),
  form('join-english', 'op een Engelse pagina', 'lang="en"', { feed: { ...joinable, language: 'nl' } }),
  form('join-session', 'aanmelden voor één sessie', 'variant="session" session="a"'),
  form('join-session-choice', 'aanmelden voor een sessie naar keuze', 'variant="session"'),
  form('join-session-full', 'aanmelden voor een sessie die vol is', 'variant="session" session="b"'),
  form('join-session-none', 'aanmelden terwijl er niets gepland is', 'variant="session"', { feed: { ...joinable, sessions: [] } }),
  form('join-tip', 'iemand tippen', 'variant="tip"'),
  form('join-errors', 'er ontbreekt nog iets', '', { press: SUBMIT }),
  form('join-errors-email', 'een e-mailadres dat niet kan', '', { fill: { ...who, email: 'voorbeeld' }, press: SUBMIT }),
  form('join-errors-session', 'geen sessie gekozen', 'variant="session"', { fill: who, press: SUBMIT }),
  form('join-errors-tip', 'een tip zonder tip', 'variant="tip"', { fill: { name: who.name, email: who.email }, press: SUBMIT }),
  form('join-errors-english', 'er ontbreekt nog iets, op een Engelse pagina', 'lang="en"', { press: SUBMIT }),
  sent('join-sending', 'bezig met versturen', 'silence'),
  sent('join-joined', 'aangenomen, met een uitnodiging'),
  sent('join-joined-uninvited', 'aangenomen, zonder uitnodiging', undefined, '', { fill: who }),
  sent('join-joined-message', 'aangenomen, in de woorden van de ontvanger', {
    status: 201,
    body: { message: 'Je krijgt zo een e-mail van ons.' },
  }),
  sent('join-joined-alone', 'aangenomen terwijl er niets gepland is', undefined, '', { feed: { ...joinable, sessions: [] }, fill: who }),
  sent('join-joined-session', 'aangemeld voor een sessie', undefined, 'variant="session" session="a"', { fill: who }),
  sent('join-joined-tip', 'een tip die is aangekomen', undefined, 'variant="tip"', {
    fill: { name: who.name, email: who.email, message: 'Een verzonnen tip.' },
  }),
  sent('join-joined-english', 'aangenomen, op een Engelse pagina', undefined, 'lang="en"', { feed: { ...joinable, language: 'nl' } }),
  sent('join-invalid', 'de ontvanger keurt velden af', {
    status: 422,
    body: {
      title: 'Twee dingen kloppen nog niet.',
      errors: [
        { pointer: '#/email', detail: 'Dit e-mailadres bestaat niet.' },
        { pointer: '#/iets-anders', detail: 'Het netwerk heeft even geen plaats.' },
      ],
    },
  }),
  sent('join-known', 'was er al (409)', { status: 409 }),
  sent('join-large', 'te lang (413)', { status: 413 }),
  sent('join-busy', 'te druk (429)', { status: 429 }),
  sent('join-busy-wait', 'te druk, met hoe lang het duurt (429, Retry-After)', { status: 429, headers: { 'retry-after': '120' } }),
  sent('join-refused', 'afgewezen met status 200 (ok: false)', {
    status: 200,
    body: { ok: false, message: 'Het netwerk neemt nu niemand aan.' },
  }),
  sent('join-unknown', 'de verbinding brak af', 'reset'),
  sent('join-unknown-page', 'een inlogpagina als antwoord', { status: 200, body: '<!doctype html><title>Log in</title>' }),
  sent('join-unknown-server', 'een fout in de server (500)', { status: 500 }),
  sent('join-offline', 'geen internet', 'offline'),
  sent('join-unknown-english', 'de verbinding brak af, op een Engelse pagina', 'reset', 'lang="en"'),
];

export const examples: readonly Example[] = [...storyExamples, ...sessionExamples, ...contactExamples, ...joinExamples];

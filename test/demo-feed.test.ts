/** The demo feed holds, per source document, what that document has; see demo/SOURCES.md. */
import { expect } from '@open-wc/testing';
import { readFeed } from '../src/feed/read.ts';
import type { Feed } from '../src/feed/schema.ts';
import { sessionPhase } from '../src/feed/sessions.ts';

const BUNDLE = 'Banenafspraak: gewoon DOEN! 14 succesverhalen uit de sectoren Overheid en Onderwijs (VSO, 2019)';
const NETWORK = 'Het netwerk Onderwijswerkgevers in 2021 (De Normaalste Zaak)';
const BAANBREKERS = 'Inclusief werkgeverschap in het onderwijs na Baanbrekers (Samen voor de klant)';
const HALF_YEAR = 'Halfjaaroverzicht 2021 (De Normaalste Zaak)';
const LEARNING = 'Leernetwerk Werken in Breder Belang (NSvP)';

const SECTORS = [
  'rijk',
  'gemeenten',
  'provincies',
  'waterschappen',
  'po',
  'vo',
  'mbo',
  'hbo',
  'wo',
  'onderzoek',
  'umc',
  'politie',
  'defensie',
];
const wordCount = (html = ''): number => html.replace(/<[^>]*>/g, ' ').match(/\S+/g)?.length ?? 0;
const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('the demo feed', () => {
  let feed: Feed;
  const from = <T extends { source?: { title?: string } }>(items: readonly T[], title: string): T[] =>
    items.filter(({ source }) => source?.title === title);
  const story = (id: string): Feed['stories'][number] => feed.stories.find((item) => item.id === id)!;
  const everything = (item: object): string => JSON.stringify(item);

  before(async () => {
    const response = await fetch(new URL('../demo/meedoen.json', import.meta.url));
    const result = await readFeed(await response.json(), { source: 'demo', base: response.url });
    expect(result.problems).to.deep.equal([]);
    feed = result.feed!;
  });

  it('names thirteen sectors, each with its own position, and not the fourteenth', () => {
    expect(ids(feed.sectors)).to.have.members(SECTORS);
    for (const { id, name, organisation, about } of feed.sectors) {
      expect(name && organisation, id).to.be.ok;
      expect(wordCount(about), id).to.be.greaterThan(30);
    }
  });

  it('has all fourteen stories of the bundle, at length, with picture, tips, figures and chapter', () => {
    const stories = from(feed.stories, BUNDLE).filter(({ kind }) => kind === 'story');
    expect(stories).to.have.length(14);
    for (const { id, body, image, tips, figures, themes, sectors, people, published } of stories) {
      expect(wordCount(body), id).to.be.at.least(150);
      expect(image?.alt?.length, `${id}: alt`).to.be.greaterThan(20);
      expect(tips.length && figures.length && people.length, id).to.be.greaterThan(0);
      expect(['talent', 'proces', 'samenwerken']).to.include(themes[0]);
      expect(SECTORS, id).to.include.members([...sectors]);
      expect(published).to.equal('2019');
    }
    expect(stories.filter(({ themes }) => themes.includes('talent'))).to.have.length(4);
    expect(stories.filter(({ themes }) => themes.includes('proces'))).to.have.length(5);
    expect(stories.filter(({ themes }) => themes.includes('samenwerken'))).to.have.length(5);
  });

  it('introduces the three chapters', () => {
    const chapters = feed.themes.filter(({ kind }) => kind === 'chapter');
    expect(ids(chapters)).to.deep.equal(['talent', 'proces', 'samenwerken']);
    for (const { about } of chapters) expect(wordCount(about)).to.be.greaterThan(15);
  });

  it('carries the figures of the stories over', () => {
    const figures: Record<string, string[]> = {
      ashley: ['19', '32', '1.000'],
      'roc-claire': ['60', '2'],
      'umcg-paul': ['9', '90', '13.000', '30', '10'],
      radboud: ['120', '70', '14', '8', '47'],
      'hogeschool-utrecht': ['30', '4,5', '10'],
      'skpoel-wesley': ['8'],
      'gelderland-lotje': ['5', '32', '14', '25'],
      'cwi-fatima': ['2012', '3.000'],
      binnenwerk: ['225', '310', '6', '15'],
    };
    for (const [id, numbers] of Object.entries(figures)) for (const number of numbers) expect(everything(story(id)), id).to.contain(number);
  });

  it('has the programmes that the stories refer to', () => {
    const sidebars = from(feed.stories, BUNDLE).flatMap((item) => item.sidebars);
    expect(sidebars.length).to.be.at.least(20);
    for (const word of ['Harrie', 'Visio', 'Jobstap', 'Pantar', 'Werkom', 'Binnenwerk', 'AutiTalent', 'Werk in Zicht', 'SWOM', 'Cedris']) {
      expect(everything(sidebars), word).to.contain(word);
    }
  });

  it('has the forewords', () => {
    expect(ids(feed.stories.filter(({ kind }) => kind === 'foreword'))).to.have.members([
      'voorwoord-van-hijum',
      'inleiding-de-ruijter',
      'voorwoord-hubeek',
    ]);
    expect(everything(story('voorwoord-van-hijum')))
      .to.contain('125.000')
      .and.to.contain('25.000');
  });

  it('has Baanbrekers with every figure and all eight tips', () => {
    const [practice] = from(feed.stories, BAANBREKERS);
    expect(practice!.tips).to.have.length(8);
    expect(wordCount(practice!.body)).to.be.greaterThan(350);
    for (const number of ['72', '140', '215', '17', '75']) expect(everything(practice!), number).to.contain(number);
    expect(practice!.links).to.have.length.of.at.least(4);
  });

  it('has the eight initiatives with their figures, and the levers as tips', () => {
    const initiatives = from(feed.stories, LEARNING).filter(({ kind }) => kind === 'initiative');
    expect(initiatives).to.have.length(8);
    for (const number of ['164', '71', '22', '3.500', '150', '1.000']) expect(everything(initiatives), number).to.contain(number);
    expect(story('leernetwerk-breder-belang').tips).to.have.length.of.at.least(4);
  });

  it('has the results of 2021 and the half year', () => {
    expect(everything(from(feed.stories, NETWORK)))
      .to.contain('10')
      .and.to.contain('6');
    for (const number of ['2.000', '700', '18', '2.300']) expect(everything(story('halfjaar-2021')), number).to.contain(number);
  });

  it('has every session in the precision that the documents give, and no hour that they do not', () => {
    const starts = Object.fromEntries(feed.sessions.map(({ id, start }) => [id, start]));
    expect(starts).to.include({
      'kick-off-onderwijswerkgevers': '2021-07-09',
      'psychische-klachten-awvn': '2021-07-12',
      'op-naar-meer-duurzame-banen': '2021-03-15',
      'interculturele-communicatie': '2021-10-04',
      'inclusief-werkgeverschap-niet-alleen': '2021-09',
      'baancreatie-onderwijs': '2021-10',
      'sociale-inkoop-onderwijs': '2021-11',
      draagvlak: '2021-12',
      'objectieve-werving-en-selectie': '2021-04',
    });
    expect(feed.sessions.filter(({ start }) => start?.includes('T'))).to.deep.equal([]);
    expect(feed.sessions.find(({ id }) => id === 'kick-off-onderwijswerkgevers')!.startNote).to.contain('ochtend');
    const speakers = feed.sessions.flatMap((session) => session.speakers.map(({ name }) => name));
    expect(speakers).to.include.members([
      'Peter Vos',
      'Arnold Bakker',
      'Marieke Schulenburg',
      'Arna Roersma',
      'Astrid Bijl',
      'Nienke Schütte',
      'Jeffrey Happel',
      'Wichert van den Brink',
      'Marianne Holleman',
      'Valentina Djoemai',
      'Chawa Verwer',
    ]);
  });

  it('counts what the documents say is over as past on the day of the demo, and announces nothing as if it had been', () => {
    const now = Date.UTC(2021, 8, 20, 8);
    const ahead = feed.sessions.filter((session) => sessionPhase(session, now) !== 'past');
    for (const over of ['baanbrekers-inspiratiesessies', 'breder-belang-1']) expect(ids(ahead)).not.to.include(over);
    for (const { id, summary } of ahead) expect(summary, id).not.to.match(/\b(draaide|kwam(en)?|zagen|vertelden?|is klaar)\b/);
  });

  it('has the thirteen contacts of the bundle, dated; the others as printed, undated', () => {
    const dated = feed.contacts.filter(({ checked }) => checked === '2019');
    expect(dated.filter(({ name }) => name)).to.have.length(13);
    expect(dated.every(({ email }) => !!email)).to.equal(true);
    const others = feed.contacts.filter(({ checked }) => !checked);
    expect(others.map(({ email }) => email)).to.have.members([
      'petervos@denormalstezaak.nl',
      'joppevanwoudenberg@VO-Raad.nl',
      'michiel.huisman@lwspgemeenten.nl',
      'info@nsvp.nl',
      'info@samenvoordeklant.nl',
    ]);
  });

  it('asks joiners what they need from the sessions’ own topics, and sends nothing anywhere', () => {
    expect(feed.join!.fields.map(({ name }) => name)).to.include('needs');
    expect(feed.themes.filter(({ kind }) => kind === 'topic')).to.have.length.of.at.least(8);
    expect(feed.join!.action).to.equal(undefined);
  });

  it('names a source for every item, and known sectors and themes only', () => {
    const sources = [BUNDLE, NETWORK, BAANBREKERS, HALF_YEAR, LEARNING];
    const themes = ids(feed.themes);
    for (const { id, source } of feed.contacts) expect(sources, id).to.include(source?.title);
    for (const item of [...feed.stories, ...feed.sessions]) {
      expect(sources, item.id).to.include(item.source?.title);
      expect(SECTORS, item.id).to.include.members([...item.sectors]);
      expect(themes, item.id).to.include.members([...item.themes]);
    }
  });
});

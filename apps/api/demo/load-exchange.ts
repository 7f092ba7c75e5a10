import { Introductions, OfferAudience, OfferDirection, OfferKind, Offers } from '#domain/exchange';
import type { Stage } from './load-demo.js';

const { OFFER, ASK } = OfferDirection;

interface DemoOffer {
  by: string;
  direction: OfferDirection;
  kind: OfferKind;
  title: string;
  details: string;
  country: string | null;
  place: string | null;
  languages: string;
  themes: string;
}

const offers: DemoOffer[] = [
  {
    by: 'mariam',
    direction: OFFER,
    kind: OfferKind.INTERPRETER,
    title: 'Interpreting in Fula, Wolof and French',
    details: 'Two hours a week by video, for talks with doctors and schools. Not for courts.',
    country: null,
    place: null,
    languages: 'fr',
    themes: 'health-and-wellbeing access-to-services',
  },
  {
    by: 'ines',
    direction: ASK,
    kind: OfferKind.INTERPRETER,
    title: 'Someone who speaks Wolof, for housing talks',
    details: 'Four families from Senegal look at flats in spring. A voice on the phone would do.',
    country: 'PT',
    place: 'Porto',
    languages: 'fr pt',
    themes: 'housing-and-settlement access-to-services',
  },
  {
    by: 'annika',
    direction: OFFER,
    kind: OfferKind.STUDY_VISIT,
    title: 'Two days at our welcome desk',
    details: 'Sit beside us on a Tuesday and a Wednesday; we show how school, health and work share one door. Beds at colleagues’ homes.',
    country: 'SE',
    place: 'Åkersund',
    languages: 'sv en',
    themes: 'access-to-services early-reception-and-integration',
  },
  {
    by: 'leyla',
    direction: ASK,
    kind: OfferKind.STUDY_VISIT,
    title: 'A welcome desk to look at',
    details: 'We are two and would like to see how others sort the first hour. Any small town will do.',
    country: 'PT',
    place: null,
    languages: 'en',
    themes: 'early-reception-and-integration',
  },
  {
    by: 'sabine',
    direction: OFFER,
    kind: OfferKind.MATERIAL,
    title: 'Kursplaner für 31 Gemeinden',
    details: 'Eine Tabelle, mit der wir Sprachkurse über Gemeindegrenzen planen. Zum Übernehmen und Verändern.',
    country: 'DE',
    place: 'Hohenbrück',
    languages: 'de',
    themes: 'language-learning governance-and-coordination',
  },
  {
    by: 'oksana',
    direction: ASK,
    kind: OfferKind.KNOW_HOW,
    title: 'Як знайти помешкання для багатодітних родин',
    details: 'Шукаємо тих, хто вже домовлявся з власниками великих квартир: що спрацювало, а що ні.',
    country: 'PL',
    place: 'Lublin',
    languages: 'uk pl en',
    themes: 'housing-and-settlement early-childhood-and-family',
  },
];

const DAY = 86_400_000;
const words = (text: string) => text.split(' ');

/** What the invented people give and want, and who would like to meet whom; one pair has met and has its room. */
export async function loadExchange(stage: Stage): Promise<void> {
  const { app, clock, now } = stage;
  const posting = app.get(Offers, { strict: false });
  const introducing = app.get(Introductions, { strict: false });
  const until = new Date(now.getTime() + 120 * DAY).toISOString().slice(0, 10);
  for (const [index, { by, languages, themes, ...said }] of offers.entries()) {
    clock.show(new Date(now.getTime() - (20 - index) * DAY));
    await posting.post(await stage.actor(by), {
      ...said,
      languages: words(languages),
      themes: words(themes),
      audience: OfferAudience.SIGNED_IN,
      until,
    });
  }
  clock.show(new Date(now.getTime() - 9 * DAY));
  const met = await introducing.ask(await stage.actor('leyla'), {
    personId: stage.personId('annika'),
    reason: 'Our desk has two people and one phone. I would like to hear how you share the work with school and health.',
  });
  clock.show(new Date(now.getTime() - 8 * DAY));
  await introducing.answer(await stage.actor('annika'), { introductionId: met.id, accept: true, answer: 'Gladly. Tuesdays are quiet.' });
  await introducing.ask(await stage.actor('oksana'), {
    personId: stage.personId('ines'),
    reason: 'Casa Aberta rents flats and passes them on. We have nine families in one school gym and would like to learn how you began.',
  });
  await introducing.ask(await stage.actor('ines'), {
    organisationId: stage.organisationId('hohen'),
    reason: 'You coordinate 31 municipalities. I coordinate ten and would like to compare how we keep them talking.',
  });
  clock.show(now);
}

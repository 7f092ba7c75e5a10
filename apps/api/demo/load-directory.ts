import { Organisation, Person } from '#domain/people';
import type { Stage } from './load-demo.js';

/** What the invented organisations work on: level, languages, themes, target groups. */
const profiles: Record<string, [level: string, languages: string, themes: string, groups: string]> = {
  vila: [
    'LOCAL',
    'pt en',
    'early-reception-and-integration housing-and-settlement access-to-services',
    'newly-arrived-migrants labour-migrants',
  ],
  casa: [
    'REGIONAL',
    'pt en fr',
    'housing-and-settlement community-relations',
    'families-and-parents refugees-and-protection-beneficiaries',
  ],
  quay: ['LOCAL', 'fr nl ff', 'social-participation health-and-wellbeing anti-racism-and-narratives', 'women newly-arrived-migrants'],
  zacatek: [
    'REGIONAL',
    'cs en uk',
    'rights-legal-status-non-discrimination access-to-services employment',
    'temporary-protection-beneficiaries labour-migrants',
  ],
  spilno: [
    'LOCAL',
    'uk pl',
    'social-participation early-childhood-and-family education-and-training',
    'temporary-protection-beneficiaries families-and-parents',
  ],
  dolna: ['LOCAL', 'pl en', 'governance-and-coordination early-reception-and-integration', 'newly-arrived-migrants'],
  akersund: [
    'LOCAL',
    'sv so en',
    'access-to-services health-and-wellbeing language-learning',
    'newly-arrived-migrants families-and-parents',
  ],
  rural: ['NATIONAL', 'fi sv en', 'governance-and-coordination community-relations', 'integration-professionals'],
  hohen: ['REGIONAL', 'de en', 'governance-and-coordination language-learning housing-and-settlement', 'newly-arrived-migrants volunteers'],
  ghentaid: [
    'LOCAL',
    'nl fr en',
    'resettlement-and-complementary-pathways housing-and-settlement',
    'refugees-and-protection-beneficiaries volunteers',
  ],
  care: ['NATIONAL', 'es en', 'employment rights-legal-status-non-discrimination', 'labour-migrants women'],
  terra: ['REGIONAL', 'it en ar', 'employment housing-and-settlement', 'labour-migrants asylum-seekers'],
  pont: ['LOCAL', 'fr en', 'resettlement-and-complementary-pathways community-relations', 'resettled-refugees families-and-parents'],
  bab: [
    'LOCAL',
    'ar de',
    'early-childhood-and-family education-and-training civic-and-political-participation',
    'families-and-parents children',
  ],
};

/** Who wants to be found, for what, and what they can help with. */
const listed: Record<string, [themes: string, canHelp: string]> = {
  ines: [
    'housing-and-settlement governance-and-coordination',
    'How a coordinator keeps ten towns talking to each other; renting flats and passing them on.',
  ],
  leyla: ['early-reception-and-integration access-to-services', 'What the first hour at a welcome desk needs, in three languages.'],
  fatou: ['social-participation anti-racism-and-narratives', 'Comment fonder un groupe de femmes et lui trouver une salle.'],
  oksana: ['early-childhood-and-family education-and-training', 'Як організувати взаємодопомогу родин у новому місті.'],
  annika: ['access-to-services health-and-wellbeing', 'One door for school, health and work: how we set it up.'],
  sabine: ['governance-and-coordination language-learning', 'Wie ein Landkreis mit 31 Gemeinden Sprachkurse plant.'],
  nour: ['early-childhood-and-family education-and-training', 'كيف يجتمع أولياء الأمور حول مدرسة.'],
  amparo: ['employment rights-legal-status-non-discrimination', 'Reading contracts of care workers, and what to ask an employer.'],
  eero: ['governance-and-coordination community-relations', 'Questions that a small place can answer about itself.'],
  mariam: ['health-and-wellbeing access-to-services', 'Interprétation en peul, wolof et français, à distance aussi.'],
};

const words = (text: string) => text.split(' ');

/** The directory's content: what organisations say about themselves, and people who want to be found. */
export async function loadDirectory(stage: Stage): Promise<void> {
  const { database } = stage;
  await database.transaction(async (tx) => {
    for (const [key, [level, languages, themes, groups]] of Object.entries(profiles)) {
      await tx
        .createQueryBuilder()
        .update(Organisation)
        .set({
          profile: { level: level as never, languages: words(languages), themeIds: words(themes), targetGroupIds: words(groups) },
        })
        .where({ id: stage.organisationId(key) })
        .execute();
    }
    for (const [key, [themes, canHelp]] of Object.entries(listed))
      await tx.update(Person, { id: stage.personId(key) }, { isListed: true, themeIds: words(themes), canHelp });
  });
}

import { useTranslation } from 'react-i18next';
import { Answer, answerOf } from '../design/answer.js';
import { InstantText } from '../design/small.js';
import { OrganisationFace } from '../design/who.js';
import { useOwnZone } from '../shell/own-zone.js';
import type { RoundPosition } from './endorsement-screen.js';
import { OrganisationPlace } from './organisation-place.js';

type Given = NonNullable<RoundPosition['round']>['answers'][number];

/** Every organisation that was asked, with its answer and its reason in full; silence is named. */
export function Answers({ answers }: { answers: Given[] }) {
  const { t } = useTranslation('advocacy');
  return (
    <section>
      <h2>{t('round.all', { count: answers.length })}</h2>
      <ul className="plain">
        {answers.map((given) => (
          <li key={given.id} className="rowline orgrow">
            <OrganisationFace name={given.organisation.name} />
            <div className="grow">
              <b>
                <bdi>{given.organisation.name}</bdi>
              </b>
              <OrganisationPlace organisation={given.organisation} />
            </div>
            <div className="organs">
              <Answer answer={answerOf(given.answer)} />
              {given.reason && (
                <p className="record" dir="auto">
                  {given.reason}
                </p>
              )}
              {given.answeredAt && <WhoAnswered given={given} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhoAnswered({ given }: { given: Given }) {
  const { t } = useTranslation('advocacy');
  const zone = useOwnZone();
  return (
    <span className="tiny ink3 answeredby">
      {given.answeredBy && t('round.answeredBy', { name: given.answeredBy.name })}{' '}
      {given.answeredAt && <InstantText at={given.answeredAt} style="day" timeZone={zone} />}
    </span>
  );
}

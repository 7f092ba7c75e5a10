import { useTranslation } from 'react-i18next';
import { Answer, answerOf } from '../design/answer.js';
import { OrganisationFace } from '../design/who.js';
import type { SignatoryFragment } from '../gql/advocacy/graphql.js';
import { OrganisationPlace } from './organisation-place.js';

function Organisation({ signatory }: { signatory: SignatoryFragment }) {
  return (
    <span className="stack">
      <b className="small">
        <bdi>{signatory.organisationName}</bdi>
      </b>
      <OrganisationPlace organisation={{ type: signatory.organisationType, country: signatory.country }} />
    </span>
  );
}

/** Who stands behind it without more words. */
export function Signatories({ signatories }: { signatories: SignatoryFragment[] }) {
  return (
    <ul className="plain signs">
      {signatories.map((signatory) => (
        <li key={signatory.organisationName} className="flex top">
          <OrganisationFace name={signatory.organisationName} small />
          <Organisation signatory={signatory} />
        </li>
      ))}
    </ul>
  );
}

/** Reservations, printed in full next to the name. */
export function Reservations({ reservations }: { reservations: SignatoryFragment[] }) {
  const { t } = useTranslation('advocacy');
  return reservations.map((signatory) => (
    <figure key={signatory.organisationName} className="reserv">
      <figcaption>
        <Answer answer="reserve" word={t('public.withReservation', { organisation: signatory.organisationName })} />
        <OrganisationPlace organisation={{ type: signatory.organisationType, country: signatory.country }} />
      </figcaption>
      <blockquote className="record" dir="auto">
        {signatory.reason}
      </blockquote>
    </figure>
  ));
}

/** Those who were asked and do not stand behind it: named, because silence is not a yes. */
export function OthersAsked({ position }: { position: { signatories: unknown[]; reservations: unknown[]; others: SignatoryFragment[] } }) {
  const { t } = useTranslation('advocacy');
  const { signatories, reservations, others } = position;
  const asked = signatories.length + reservations.length + others.length;
  if (others.length === 0) return <p className="small ink2">{t('public.allBehind', { count: asked })}</p>;
  return (
    <section className="otherasked">
      <h3>{t('public.others', { count: others.length })}</h3>
      <p className="small ink2">{t('public.othersWhy')}</p>
      <ul className="plain">
        {others.map((signatory) => (
          <li key={signatory.organisationName} className="rowline otherrow">
            <Organisation signatory={signatory} />
            <div>
              <Answer answer={answerOf(signatory.answer)} />
              {signatory.reason && (
                <p className="record" dir="auto">
                  {signatory.reason}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

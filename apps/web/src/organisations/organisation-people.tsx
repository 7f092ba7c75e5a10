import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { PersonLink } from '../design/person-link.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  ConfirmOrganisationPersonDocument,
  RemoveOrganisationPersonDocument,
  type OrganisationQuery,
} from '../gql/organisations/graphql.js';

type Organisation = OrganisationQuery['organisation'];

/** The people of an organisation: those who act for it; who looks after it sees the others, too, and says who belongs to it. */
export function OrganisationPeople({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const maySay = organisation.viewerCan.includes('MANAGE_PEOPLE');
  if (organisation.people.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t(maySay ? 'people.title' : 'people.speakers')}</h2>
      {maySay && <p className="small ink2">{t('people.why')}</p>}
      <ul className="plain">
        {organisation.people.map((one) => (
          <OnePerson key={one.person.id} organisationId={organisation.id} one={one} maySay={maySay} />
        ))}
      </ul>
    </section>
  );
}

function OnePerson({ organisationId, one, maySay }: { organisationId: string; one: Organisation['people'][number]; maySay: boolean }) {
  const { t } = useTranslation('organisations');
  const { write, isWriting, failure } = useWrite(ConfirmOrganisationPersonDocument);
  const [isRemoving, setRemoving] = useState(false);
  const { person, title, isConfirmed, hasMandate } = one;
  const say = (mandate: boolean) => void write({ organisationId, personId: person.id, hasMandate: mandate });
  return (
    <li className="rowline">
      <div className="memberrow wrap">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} />
        <div className="grow small">
          <PersonLink person={person} strong />
          <div className="ink2" dir="auto">
            {title ?? person.headline}
          </div>
        </div>
        <span className={`small ${hasMandate ? '' : 'ink2'}`}>
          {t(hasMandate ? 'people.mandate' : isConfirmed ? 'people.confirmed' : 'people.claimed')}
        </span>
        {maySay && (
          <span className="flex wrap">
            {!isConfirmed && (
              <Button
                variant="default"
                loading={isWriting}
                onClick={() => say(false)}
                aria-label={t('people.confirmOf', { name: person.name })}
              >
                {t('people.confirm')}
              </Button>
            )}
            <Button
              variant="subtle"
              loading={isWriting}
              onClick={() => say(!hasMandate)}
              aria-label={t(hasMandate ? 'people.takeMandateOf' : 'people.giveMandateTo', { name: person.name })}
            >
              {t(hasMandate ? 'people.takeMandate' : 'people.giveMandate')}
            </Button>
            {!isRemoving && (
              <Button variant="subtle" onClick={() => setRemoving(true)} aria-label={t('people.removeOf', { name: person.name })}>
                {t('people.remove')}
              </Button>
            )}
          </span>
        )}
      </div>
      {isRemoving && <Remove organisationId={organisationId} one={one} onDone={() => setRemoving(false)} />}
      <WriteTrouble failure={failure} />
    </li>
  );
}

/** It cannot be undone from here: only they themselves choose the organisation again. So it says first what becomes of their seats. */
function Remove({ organisationId, one, onDone }: { organisationId: string; one: Organisation['people'][number]; onDone: () => void }) {
  const { t } = useTranslation('organisations');
  const { write, isWriting, failure } = useWrite(RemoveOrganisationPersonDocument);
  return (
    <div className="notice stack g2" role="group" aria-label={t('people.removeOf', { name: one.person.name })}>
      <span className="small">{t('people.removeWhy')}</span>
      <span className="flex wrap">
        <Button loading={isWriting} onClick={() => void write({ organisationId, personId: one.person.id })}>
          {t('people.removeReally')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('people.keep')}
        </Button>
      </span>
      <WriteTrouble failure={failure} />
    </div>
  );
}

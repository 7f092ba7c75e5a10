import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput, Textarea } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  EditOfferDocument,
  FinishOfferDocument,
  IntroductionsDocument,
  OneOfferDocument,
  type OfferPartsFragment,
} from '../gql/exchange/graphql.js';
import { AskIntroduction } from './ask-introduction.js';
import { dayAhead } from './choices.js';
import { OfferFacts } from './offer-row.js';
import './exchange.css';

/** An offer or an ask: what, by whom, and what one can do about it. */
export function OfferScreen() {
  const { t } = useTranslation('exchange');
  const { offerId } = useParams({ from: '/exchange/$offerId' });
  const found = useQuery(OneOfferDocument, { variables: { id: offerId } });
  return (
    <Page title={found.data?.offer.title ?? t('titles.exchange')} size="narrow">
      <Loaded query={found}>{({ offer }) => <Whole offer={offer} />}</Loaded>
    </Page>
  );
}

function Whole({ offer }: { offer: OfferPartsFragment }) {
  const { t } = useTranslation(['exchange', 'shell']);
  const { person } = offer;
  return (
    <article className="stack g4">
      <nav className="small" aria-label={t('shell:crumb')}>
        <Link to="/exchange">{t('titles.exchange')}</Link>
      </nav>
      <div className="stack g1">
        <h1 className="record">
          <bdi>{offer.title}</bdi>
        </h1>
        <OfferFacts offer={offer} />
      </div>
      <p className="measure pretext" dir="auto">
        {offer.details}
      </p>
      {offer.themes.length > 0 && <p className="small ink2">{offer.themes.map(({ label }) => label).join(' · ')}</p>}
      <p className="flex">
        <PersonFace name={person.name} pictureUrl={person.pictureUrl} small />
        <span>
          <Link to="/people/$personId" params={{ personId: person.id }}>
            <bdi>{person.name}</bdi>
          </Link>
          {person.headline && (
            <span className="small ink2">
              {' · '}
              <bdi>{person.headline}</bdi>
            </span>
          )}
        </span>
      </p>
      <p className="small ink2">
        {t(`audience.${offer.audience}`)}
        {offer.community && (
          <>
            {' · '}
            <bdi>{offer.community.name}</bdi>
          </>
        )}
      </p>
      {offer.outcome && (
        <section aria-labelledby="outcome">
          <h2 id="outcome">{t('outcome')}</h2>
          <p className="measure pretext" dir="auto">
            {offer.outcome}
          </p>
          {offer.sharedWith && <p className="small ink2">{t('sharedWith', { name: offer.sharedWith.name })}</p>}
        </section>
      )}
      {offer.viewerCan.includes('RESPOND') && <AskIntroduction offerId={offer.id} name={person.name} label={t('respond')} />}
      {offer.viewerCan.includes('EDIT') && <Own offer={offer} />}
    </article>
  );
}

/** What its author can do: say what came of it, take it back, or give it another day. */
function Own({ offer }: { offer: OfferPartsFragment }) {
  const { t } = useTranslation('exchange');
  const introductions = useQuery(IntroductionsDocument, { variables: { first: 50 } });
  const finish = useWrite(FinishOfferDocument);
  const edit = useWrite(EditOfferDocument);
  const [outcome, setOutcome] = useState('');
  const [withId, setWithId] = useState<string | null>(null);
  const [until, setUntil] = useState(dayAhead(3));
  const met = (introductions.data?.introductions.nodes ?? [])
    .filter(({ state }) => state === 'ACCEPTED')
    .map(({ asker, person }) => (asker.id === offer.person.id ? person : asker))
    .filter((one) => one !== null);
  const people = [...new Map(met.map(({ id, name }) => [id, { value: id, label: name }])).values()];
  const isEnded = offer.state === 'SHARED' || offer.state === 'WITHDRAWN';
  return (
    <section className="answerbox stack g4" aria-labelledby="own">
      <h2 id="own">{t('own')}</h2>
      {!isEnded && (
        <div className="stack g3">
          {people.length > 0 && <Select label={t('withWhom')} data={people} value={withId} onChange={setWithId} clearable />}
          <Textarea
            label={t('outcomeAsk')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={1000}
            value={outcome}
            onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
          />
          <WriteTrouble failure={finish.failure} />
          <div className="flex wrap">
            <Button
              loading={finish.isWriting}
              onClick={() =>
                void finish.write({ offerId: offer.id, wasShared: true, sharedWithId: withId, outcome: outcome.trim() || null })
              }
            >
              {t('wasShared')}
            </Button>
            <Button variant="default" onClick={() => void finish.write({ offerId: offer.id, wasShared: false })}>
              {t('takeBack')}
            </Button>
          </div>
        </div>
      )}
      <div className="flex wrap" style={{ alignItems: 'flex-end' }}>
        <TextInput
          type="date"
          label={t('newDay')}
          min={dayAhead(0)}
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          error={edit.failure?.fields['until']}
        />
        <Button variant="default" loading={edit.isWriting} disabled={!until} onClick={() => void edit.write({ offerId: offer.id, until })}>
          {offer.state === 'OPEN' ? t('changeDay') : t('reopen')}
        </Button>
      </div>
      <WriteTrouble failure={edit.failure} shownFields={['until']} />
    </section>
  );
}

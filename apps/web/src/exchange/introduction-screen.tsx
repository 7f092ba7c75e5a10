import { useQuery } from '@apollo/client/react';
import { Button, Select, Textarea } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../data/use-write.js';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import {
  AnswerIntroductionDocument,
  DelegateIntroductionDocument,
  OneIntroductionDocument,
  WithdrawIntroductionDocument,
  type OneIntroductionQuery,
} from '../gql/exchange/graphql.js';
import { useViewer } from '../shell/viewer.js';
import './exchange.css';

type Introduction = OneIntroductionQuery['introduction'];

/** A wish to meet: who, why, and the answer. */
export function IntroductionScreen() {
  const { t } = useTranslation('exchange');
  const { introductionId } = useParams({ from: '/introductions/$introductionId' });
  const found = useQuery(OneIntroductionDocument, { variables: { id: introductionId } });
  return (
    <Page title={t('titles.introduction')} size="narrow">
      <Loaded query={found}>{({ introduction }) => <Whole introduction={introduction} />}</Loaded>
    </Page>
  );
}

function Whole({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation(['exchange', 'shell']);
  const viewer = useViewer();
  const { asker, person, organisation, state, room, delegatedBy, answer, offer, viewerCan } = introduction;
  const isMine = asker.id === viewer?.person.id;
  const other = isMine ? person : asker;
  const withdraw = useWrite(WithdrawIntroductionDocument);
  return (
    <article className="stack g4">
      <nav className="small" aria-label={t('shell:crumb')}>
        <Link to="/introductions">{t('titles.introductions')}</Link>
      </nav>
      <h1>{isMine ? t('youAsk', { name: person?.name ?? organisation?.name ?? '' }) : t('theyAsk', { name: asker.name })}</h1>
      {other && (
        <p className="flex">
          <PersonFace name={other.name} pictureUrl={other.pictureUrl} small />
          <span>
            <Link to="/people/$personId" params={{ personId: other.id }}>
              <bdi>{other.name}</bdi>
            </Link>
            {other.headline && (
              <span className="small ink2">
                {' · '}
                <bdi>{other.headline}</bdi>
              </span>
            )}
          </span>
        </p>
      )}
      {organisation && <p className="small ink2">{t('toOrganisation', { name: organisation.name })}</p>}
      {offer && (
        <p className="small">
          {t('aboutOffer')}{' '}
          <Link to="/exchange/$offerId" params={{ offerId: offer.id }}>
            <bdi>{offer.title}</bdi>
          </Link>
        </p>
      )}
      <blockquote className="measure pretext" dir="auto">
        {introduction.reason}
      </blockquote>
      {delegatedBy && <p className="small ink2">{t('handedOn', { name: delegatedBy.name })}</p>}
      <p role="status">
        <b>{state === 'DECLINED' && isMine ? t('declinedKindly') : t(`introductionState.${state}`)}</b>
      </p>
      {answer && (
        <p className="measure pretext" dir="auto">
          {answer}
        </p>
      )}
      {room && (
        <div>
          <Button component={Link} to="/c/$slug" params={{ slug: room.slug } as never}>
            {t('toRoom')}
          </Button>
        </div>
      )}
      {viewerCan.includes('ACCEPT') && <Answer introduction={introduction} />}
      {viewerCan.includes('WITHDRAW') && (
        <div>
          <WriteTrouble failure={withdraw.failure} />
          <Button variant="default" loading={withdraw.isWriting} onClick={() => void withdraw.write({ introductionId: introduction.id })}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Answer({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('exchange');
  const [words, setWords] = useState('');
  const [colleague, setColleague] = useState<string | null>(null);
  const answer = useWrite(AnswerIntroductionDocument);
  const delegate = useWrite(DelegateIntroductionDocument);
  const say = (accept: boolean) => void answer.write({ introductionId: introduction.id, accept, answer: words.trim() || null });
  return (
    <section className="answerbox stack g4" aria-labelledby="answer">
      <h2 id="answer">{t('yourAnswer')}</h2>
      <Textarea
        label={t('aWord', { name: introduction.asker.name })}
        description={t('aWordWhy')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <WriteTrouble failure={answer.failure} />
      <div className="flex wrap">
        <Button loading={answer.isWriting} onClick={() => say(true)}>
          {t('accept')}
        </Button>
        <Button variant="default" onClick={() => say(false)}>
          {t('decline')}
        </Button>
      </div>
      {introduction.colleagues.length > 0 && (
        <div className="flex wrap" style={{ alignItems: 'flex-end' }}>
          <Select
            label={t('colleague')}
            data={introduction.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            value={colleague}
            onChange={setColleague}
            error={delegate.failure?.fields['personId']}
          />
          <Button
            variant="default"
            disabled={!colleague}
            loading={delegate.isWriting}
            onClick={() => colleague && void delegate.write({ introductionId: introduction.id, personId: colleague })}
          >
            {t('handOn')}
          </Button>
        </div>
      )}
      <WriteTrouble failure={delegate.failure} shownFields={['personId']} />
    </section>
  );
}

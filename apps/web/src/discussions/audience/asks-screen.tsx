import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { LevelBadge } from '../../design/level.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Empty, WriteTrouble } from '../../design/states.js';
import { AnswerAudienceDocument, AudienceAsksDocument, type AskPartsFragment } from '../../gql/discussions/graphql.js';
import { levelName } from '../level-name.js';
import '../discussions.css';

/** Where one is asked as an author, by name or as a voice, and takes back what one agreed to. */
export function AsksScreen() {
  const { t } = useTranslation('confidences');
  // Asked afresh each time and not kept: what one said without a name is not to be found in this browser.
  const found = useQuery(AudienceAsksDocument, { fetchPolicy: 'no-cache' });
  return (
    <Page title={t('audience.title')} size="narrow">
      <header className="stack g2">
        <h1>{t('audience.title')}</h1>
        <p className="ink2">{t('audience.intro')}</p>
      </header>
      <Loaded query={found} shape="list">
        {({ audienceAsks }) =>
          audienceAsks.length === 0 ? (
            <Empty title={t('audience.none')}>{t('audience.noneWhy')}</Empty>
          ) : (
            <ul className="plain asks">
              {audienceAsks.map((ask) => (
                <Ask key={ask.id} ask={ask} again={() => void found.refetch()} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Ask({ ask, again }: { ask: AskPartsFragment; again: () => void }) {
  const { t } = useTranslation('confidences');
  const { write, isWriting, failure } = useWrite(AnswerAudienceDocument);
  const { request, state, isUnattributed, title, opened } = ask;
  const answer = async (consent: boolean) => {
    await write({ askId: ask.id, consent });
    again();
  };
  return (
    <li className="rowline stack g2 ask">
      <h2>
        <Link to="/t/$threadId" params={{ threadId: request.threadId }}>
          <bdi>{title}</bdi>
        </Link>
      </h2>
      <p className="flex wrap" style={{ gap: '.5rem' }}>
        <LevelBadge level={levelName(request.fromLevel)} />
        <span aria-hidden className="flip">
          →
        </span>
        <LevelBadge level={levelName(request.toLevel)} />
      </p>
      <p className="small ink2">{isUnattributed ? t('audience.byVoice') : t('audience.byName')}</p>
      <div>
        <p className="small">{t('audience.asks', { name: request.askedBy.name })}</p>
        <p className="record" dir="auto">
          {request.purpose}
        </p>
      </div>
      {state === 'GIVEN' && (
        <p className="small">
          {t('audience.given')} {request.state === 'GIVEN' ? t('audience.opened', { count: opened }) : t('audience.waiting')}{' '}
          {request.state === 'GIVEN' && <span className="ink2">{t('audience.copies')}</span>}
        </p>
      )}
      <div className="flex wrap">
        {state === 'ASKED' ? (
          <>
            <Button loading={isWriting} onClick={() => void answer(true)}>
              {t('audience.yes')}
            </Button>
            <Button variant="default" disabled={isWriting} onClick={() => void answer(false)}>
              {t('audience.no')}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={isWriting} onClick={() => void answer(false)}>
            {t('audience.takeBack')}
          </Button>
        )}
      </div>
      <WriteTrouble failure={failure} />
    </li>
  );
}

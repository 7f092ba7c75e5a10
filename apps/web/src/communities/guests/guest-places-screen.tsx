import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Empty, WriteTrouble } from '../../design/states.js';
import {
  AnswerGuestInvitationDocument,
  EndGuestDocument,
  GuestPlacesDocument,
  type GuestPlacePartsFragment,
} from '../../gql/communities/graphql.js';
import { instantText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';

/** What one is let into as a guest, or asked to. */
export function GuestPlacesScreen() {
  const { t } = useTranslation('guests');
  const found = useQuery(GuestPlacesDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Page title={t('title')} size="narrow">
      <header className="stack g2">
        <h1>{t('title')}</h1>
        <p className="ink2">{t('intro')}</p>
      </header>
      <Loaded query={found} shape="list">
        {({ guestPlaces }) =>
          guestPlaces.length === 0 ? (
            <Empty title={t('none')}>{t('noneWhy')}</Empty>
          ) : (
            <ul className="plain">
              {guestPlaces.map((place) => (
                <Place key={place.id} place={place} again={() => void found.refetch()} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Place({ place, again }: { place: GuestPlacePartsFragment; again: () => void }) {
  const { t } = useTranslation('guests');
  const { locale } = useLanguage();
  const answer = useWrite(AnswerGuestInvitationDocument);
  const leave = useWrite(EndGuestDocument);
  const { id, subject, subjectId, title, communityName, organisation, state, until, invitedBy } = place;
  const say = async (accept: boolean) => {
    if (await answer.write({ guestId: id, accept })) again();
  };
  const end = async () => {
    if (!(await leave.write({ guestId: id }))) return;
    notifications.show({ message: t('place.left'), autoClose: 4000 });
    again();
  };
  return (
    <li className="rowline stack g2" style={{ paddingBlock: '1.25rem' }}>
      <p className="small ink2">
        {t(`place.${subject}`, { community: communityName })} · {t('place.until', { day: instantText(new Date(until), 'day', locale) })}
      </p>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {state === 'INVITED' ? (
        <>
          <p>{t('place.invites', { name: invitedBy.name, organisation })}</p>
          <p className="small ink2">{t(subject === 'THREAD' ? 'place.promise' : 'place.promiseSession')}</p>
          <div className="flex wrap">
            <Button loading={answer.isWriting} onClick={() => void say(true)}>
              {t('place.accept')}
            </Button>
            <Button variant="default" disabled={answer.isWriting} onClick={() => void say(false)}>
              {t('place.decline')}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex wrap">
          {subject === 'THREAD' ? (
            <Button component={Link} to={`/guest/t/${subjectId}`}>
              {t('place.open')}
            </Button>
          ) : (
            <Button component={Link} to={`/s/${subjectId}`}>
              {t('place.open')}
            </Button>
          )}
          <Button variant="subtle" loading={leave.isWriting} onClick={() => void end()}>
            {t('place.leave')}
          </Button>
        </div>
      )}
      <WriteTrouble failure={answer.failure ?? leave.failure} />
    </li>
  );
}

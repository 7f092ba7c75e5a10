import { Button, VisuallyHidden } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GuestList } from '../communities/guests/guest-list.js';
import { useWrite } from '../data/use-write.js';
import { WriteTrouble } from '../design/states.js';
import { PersonFace } from '../design/who.js';
import { FollowThreadDocument, type ThreadPartsFragment } from '../gql/discussions/graphql.js';
import { listText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import type { Viewer } from '../shell/viewer.js';

const mostFaces = 5;

/** Beside a thread: whether one hears of it and why, and who speaks here. */
export function ThreadAside({ thread, viewer }: { thread: ThreadPartsFragment; viewer: Viewer | null }) {
  const { t } = useTranslation('discussions');
  const { locale } = useLanguage();
  const shown = thread.participants.slice(0, mostFaces);
  const others = thread.participantCount - shown.length;
  return (
    <>
      {viewer && thread.community.viewerMembership && <Following thread={thread} viewer={viewer} />}
      <GuestList guests={thread.guests} />
      {shown.length > 0 && (
        <section>
          <h2 className="label">{t('aside.speaking')}</h2>
          <div className="faces" style={{ marginBlock: '.6rem' }}>
            {shown.map(({ id, name, pictureUrl }) => (
              <Link key={id} to="/people/$personId" params={{ personId: id }} title={name} className="quiet">
                <PersonFace name={name} pictureUrl={pictureUrl} />
                <VisuallyHidden>{name}</VisuallyHidden>
              </Link>
            ))}
          </div>
          <p className="tiny ink2">
            {listText([...shown.map(({ name }) => name), ...(others > 0 ? [t('aside.others', { count: others })] : [])], locale)}
          </p>
        </section>
      )}
    </>
  );
}

function Following({ thread, viewer }: { thread: ThreadPartsFragment; viewer: Viewer }) {
  const { t } = useTranslation('discussions');
  const { write, isWriting, failure } = useWrite(FollowThreadDocument, { keyed: false });
  const { isFollowed } = thread;
  const why = !isFollowed
    ? t('aside.whyNot')
    : thread.author?.id === viewer.person.id
      ? t('aside.whyStarted')
      : thread.participants.some(({ id }) => id === viewer.person.id)
        ? t('aside.whyWrote')
        : t('aside.whyChosen');
  const Icon = isFollowed ? IconBell : IconBellOff;
  return (
    <section className="stack g2">
      <h2 className="label">{t('aside.following')}</h2>
      <p className="flex small">
        <Icon size={17} aria-hidden />
        {isFollowed ? t('aside.all') : t('aside.mentions')}
      </p>
      <p className="tiny ink2">{why}</p>
      <div>
        <Button
          variant="default"
          loading={isWriting}
          onClick={() =>
            void write(
              { threadId: thread.id, on: !isFollowed },
              { optimistic: { __typename: 'Mutation', followThread: { __typename: 'Thread', id: thread.id, isFollowed: !isFollowed } } },
            )
          }
        >
          {isFollowed ? t('aside.unfollow') : t('aside.follow')}
        </Button>
      </div>
      <WriteTrouble failure={failure} />
    </section>
  );
}

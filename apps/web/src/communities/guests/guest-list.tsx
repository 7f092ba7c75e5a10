import { notifications } from '@mantine/notifications';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { EndGuestDocument, type GuestPartsFragment } from '../../gql/communities/graphql.js';
import { instantText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import './guests.css';

/** Who reads along in a thread or comes to a session as a guest: seen by everyone there, ended by those who may invite. */
export function GuestList({ guests }: { guests: GuestPartsFragment[] }) {
  const { t } = useTranslation('guests');
  if (guests.length === 0) return null;
  return (
    <section className="stack g2 guestlist">
      <h2 className="label flex">
        <IconEye size={16} aria-hidden />
        {t('list.title')}
      </h2>
      <ul className="plain stack g3">
        {guests.map((guest) => (
          <GuestOf key={guest.id} guest={guest} />
        ))}
      </ul>
      <p className="tiny ink2">{t('list.why')}</p>
    </section>
  );
}

function GuestOf({ guest }: { guest: GuestPartsFragment }) {
  const { t } = useTranslation('guests');
  const { locale } = useLanguage();
  const { write, isWriting, failure } = useWrite(EndGuestDocument);
  const { name, organisation, person, state, until, endedAt, invitedBy, viewerMayEnd } = guest;
  const end = async () => {
    if (await write({ guestId: guest.id })) notifications.show({ message: t('list.ended', { name }), autoClose: 4000 });
  };
  const day = instantText(new Date(state === 'ENDED' ? (endedAt ?? until) : until), 'day', locale);
  return (
    <li className={`small ${state === 'ENDED' ? 'ink2' : ''}`}>
      {person ? (
        <Link to="/people/$personId" params={{ personId: person.id }} className="quiet">
          <b>
            <bdi>{name}</bdi>
          </b>
        </Link>
      ) : (
        <b>
          <bdi>{name}</bdi>
        </b>
      )}
      <div>
        <bdi>{organisation}</bdi>
      </div>
      <div className="tiny ink2">
        {t(`list.${state}`, { day })} · {t('list.by', { name: invitedBy.name })}
      </div>
      {viewerMayEnd && (
        <button type="button" className="textbutton" disabled={isWriting} aria-label={t('list.endOf', { name })} onClick={() => void end()}>
          {t('list.end')}
        </button>
      )}
      <WriteTrouble failure={failure} />
    </li>
  );
}

/** Where in a thread a guest began to read along: a line that stays. */
export function GuestLine({ guest }: { guest: GuestPartsFragment }) {
  const { t } = useTranslation('guests');
  return (
    <p className="guestline small" role="note">
      <IconEye size={16} aria-hidden />
      <span>{t(`line.${guest.state}`, { name: guest.name, organisation: guest.organisation })}</span>
    </p>
  );
}

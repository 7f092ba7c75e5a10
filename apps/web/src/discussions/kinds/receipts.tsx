import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { ConfirmReadingDocument, type KindPartsFragment, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { dayText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';
import './kinds.css';

/** Of an announcement: one's own "I have read it", how many have, and for those who announce, who. */
export function Receipts({ thread }: { thread: ThreadPartsFragment }) {
  const { t } = useTranslation('kinds');
  const { locale } = useLanguage();
  const { write, isWriting, failure } = useWrite(ConfirmReadingDocument);
  const { receipts } = thread;
  if (!receipts) return null;
  const { viewerConfirmedAt, confirmedCount, audienceCount, confirmed, missing } = receipts;
  const mayConfirm = thread.viewerCan.includes('CONFIRM') && !viewerConfirmedAt;
  return (
    <section className="well stack g3 receipts" aria-label={t('receipts.title')}>
      {mayConfirm && (
        <>
          <p>
            <b>{t('receipts.ask')}</b> <span className="ink2">{t('receipts.told')}</span>
          </p>
          <div>
            <Button
              leftSection={<IconCheck size={17} aria-hidden />}
              loading={isWriting}
              onClick={() => void write({ threadId: thread.id })}
            >
              {t('receipts.confirm')}
            </Button>
          </div>
        </>
      )}
      {viewerConfirmedAt && <p className="small">{t('receipts.confirmed', { when: dayText(viewerConfirmedAt, locale) })}</p>}
      <p className="small ink2">
        {t('receipts.count', { count: audienceCount, confirmed: new Intl.NumberFormat(locale).format(confirmedCount) })}
      </p>
      {confirmed && missing && <Who confirmed={confirmed} missing={missing} />}
      <WriteTrouble failure={failure} />
    </section>
  );
}

type People = NonNullable<NonNullable<KindPartsFragment['receipts']>['confirmed']>;

function Who({ confirmed, missing }: { confirmed: People; missing: People }) {
  const { t } = useTranslation('kinds');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack g2">
      <div>
        <button type="button" className="textbutton small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('receipts.hide') : t('receipts.show')}
        </button>
      </div>
      {isOpen && (
        <dl className="readers small">
          <dt>{t('receipts.missing')}</dt>
          <dd>{missing.length === 0 ? t('receipts.everyone') : <Names people={missing} />}</dd>
          <dt>{t('receipts.read')}</dt>
          <dd>{confirmed.length === 0 ? t('receipts.nobody') : <Names people={confirmed} />}</dd>
        </dl>
      )}
    </div>
  );
}

function Names({ people }: { people: People }) {
  return (
    <ul className="plain flex wrap">
      {people.map(({ id, name }) => (
        <li key={id}>
          <Link to="/people/$personId" params={{ personId: id }}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

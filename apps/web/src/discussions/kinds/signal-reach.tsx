import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { EchoSignalDocument, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import { countryName, listText } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/use-language.js';

/** How many others see what a signal tells, and one's own "we see this too". */
export function SignalReach({ thread }: { thread: ThreadPartsFragment }) {
  const { t } = useTranslation('kinds');
  const { locale } = useLanguage();
  const { write, isWriting, failure } = useWrite(EchoSignalDocument);
  const { signal } = thread;
  if (!signal) return null;
  const { people, organisationCount, countryCount, countries, viewerEchoed } = signal;
  return (
    <section className="well stack g2" aria-label={t('name.SIGNAL')}>
      <p>
        {people === 0 ? t('signal.none') : t('signal.people', { count: people })}{' '}
        {!!organisationCount &&
          !!countryCount &&
          t('signal.from', {
            organisations: t('signal.organisations', { count: organisationCount }),
            countries: t('signal.countries', { count: countryCount }),
          })}{' '}
        {countries.length > 0 &&
          listText(
            countries.map((one) =>
              t('signal.country', { country: countryName(one.country, locale), people: new Intl.NumberFormat(locale).format(one.people) }),
            ),
            locale,
          )}
      </p>
      {thread.viewerCan.includes('ECHO') && (
        <div className="flex wrap">
          <Button
            variant={viewerEchoed ? 'default' : 'filled'}
            leftSection={<IconEye size={17} aria-hidden />}
            loading={isWriting}
            onClick={() => void write({ threadId: thread.id, on: !viewerEchoed })}
          >
            {viewerEchoed ? t('signal.unsee') : t('signal.see')}
          </Button>
          <span className="tiny ink2">{t('signal.privacy')}</span>
        </div>
      )}
      <WriteTrouble failure={failure} />
    </section>
  );
}

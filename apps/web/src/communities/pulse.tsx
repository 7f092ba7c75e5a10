import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { pulseWord } from './pulse-word.js';

const weekMs = 7 * 86_400_000;

/** How much was said in each of the last twelve weeks: bars to glance at, words to know, a table for those who hear it. */
export function Pulse({ weeks }: { weeks: number[] }) {
  const { t } = useTranslation('communities');
  const { locale } = useLanguage();
  const [now] = useState(() => Date.now());
  if (weeks.length === 0) return null;
  const most = Math.max(1, ...weeks);
  const lately = weeks.slice(-4).reduce((sum, count) => sum + count, 0);
  return (
    <section className="stack g3">
      <h2 className="label">{t('pulse.title')}</h2>
      <div className="pulse" aria-hidden>
        {weeks.map((count, i) => (
          <i key={i} className={i >= weeks.length - 3 ? 'now' : ''} style={{ height: `${Math.max(3, (count / most) * 100)}%` }} />
        ))}
      </div>
      <p className="small">
        <b>{t(`pulse.${pulseWord(weeks)}`)}</b> {t('pulse.posts', { count: lately })}
      </p>
      <VisuallyHidden>
        <table>
          <caption>{t('pulse.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pulse.week')}</th>
              <th scope="col">{t('pulse.count')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((count, i) => (
              <tr key={i}>
                <th scope="row">{instantText(new Date(now - (weeks.length - 1 - i) * weekMs), 'day', locale)}</th>
                <td>{new Intl.NumberFormat(locale).format(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </section>
  );
}

import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetSearches, recentSearches } from './recent-searches.js';

const ways = ['words', 'quotes', 'minus', 'or', 'author', 'in', 'time', 'type'] as const;

/** What stands here before anything is typed: what one looked for last, and how to ask. */
export function BeforeTyping({ personId, onChoose }: { personId: string; onChoose: (text: string) => void }) {
  const { t } = useTranslation('search');
  const [recent, setRecent] = useState(() => recentSearches(personId));
  return (
    <div className="stack g6">
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className="flex between wrap">
            <h2 id="recent-searches" className="facethead">
              {t('recent')}
            </h2>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                forgetSearches(personId);
                setRecent([]);
              }}
            >
              {t('forget')}
            </Button>
          </div>
          <ul className="plain">
            {recent.map((text) => (
              <li key={text}>
                <button type="button" className="facetbutton" onClick={() => onChoose(text)}>
                  <span className="flex">
                    <IconHistory size={16} aria-hidden />
                    <bdi>{text}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <p className="tiny ink2">{t('recentWhere')}</p>
        </section>
      )}
      <section aria-labelledby="ways-to-search">
        <h2 id="ways-to-search" className="facethead">
          {t('how')}
        </h2>
        <dl className="searchways">
          {ways.map((way) => (
            <div key={way}>
              <dt>
                <button type="button" className="wayexample" onClick={() => onChoose(t(`ways.${way}.example`))}>
                  <bdi>{t(`ways.${way}.example`)}</bdi>
                </button>
              </dt>
              <dd className="small ink2">{t(`ways.${way}.does`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

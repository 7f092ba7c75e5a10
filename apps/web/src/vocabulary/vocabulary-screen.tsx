import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../design/loaded.js';
import { Page } from '../design/page.js';
import { SchemesDocument } from '../gql/vocabulary/graphql.js';
import { useViewer } from '../shell/viewer.js';
import './vocabulary.css';

/** The words that everything here is described with. */
export function VocabularyScreen() {
  const { t } = useTranslation('vocabulary');
  const viewer = useViewer();
  const found = useQuery(SchemesDocument);
  return (
    <Page title={t('titles.vocabulary')} size="narrow">
      <div className="flex between wrap">
        <h1>{t('titles.vocabulary')}</h1>
        <div className="flex wrap">
          {viewer?.isAdministrator && (
            <Button component={Link} to="/vocabulary/import" variant="default" leftSection={<IconUpload size={17} aria-hidden />}>
              {t('titles.import')}
            </Button>
          )}
          <Button component="a" href="/vocabulary.json" download variant="default" leftSection={<IconDownload size={17} aria-hidden />}>
            {t('export')}
          </Button>
        </div>
      </div>
      <p className="ink2 measure intro">{t('why')}</p>
      <Loaded query={found} shape="list">
        {({ schemes }) => (
          <ul className="plain">
            {schemes.map(({ id, label, note, termCount, version }) => (
              <li key={id} className="rowline schemerow" data-row>
                <h2 className="record">
                  <Link to="/vocabulary/$schemeId" params={{ schemeId: id }} className="quiet">
                    <bdi>{label}</bdi>
                  </Link>
                </h2>
                {note && (
                  <p className="small ink2 measure" dir="auto">
                    {note}
                  </p>
                )}
                <p className="tiny ink2">
                  {t('terms', { count: termCount })} · {t('version', { version })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Empty } from '../../design/states.js';
import { TemplatesDocument } from '../../gql/communities/graphql.js';
import '../communities.css';

/** Templates that one may start from. */
export function TemplatesScreen() {
  const { t } = useTranslation(['templates', 'communities']);
  const found = useQuery(TemplatesDocument);
  const write = (
    <Button component={Link} to="/templates/new" variant="default" leftSection={<IconPlus size={17} aria-hidden />}>
      {t('write')}
    </Button>
  );
  return (
    <Page title={t('title')}>
      <div className="flex between wrap">
        <h1>{t('title')}</h1>
        {write}
      </div>
      <p className="ink2 measure intro">{t('intro')}</p>
      <Loaded query={found} shape="list">
        {({ templates }) =>
          templates.length === 0 ? (
            <Empty title={t('none')} action={write}>
              {t('noneWhy')}
            </Empty>
          ) : (
            <ul className="plain">
              {templates.map((template) => (
                <li key={template.id} className="communityrow rowline" data-row>
                  <h2 className="record">
                    <Link to="/templates/$templateId" params={{ templateId: template.id }} className="quiet">
                      <bdi>{template.name}</bdi>
                    </Link>
                  </h2>
                  <p className="measure small" dir="auto">
                    {template.content.summary}
                  </p>
                  <p className="tiny ink2">
                    {t(`communities:kind.${template.content.kind}`)} · {t('version', { version: template.version })} ·{' '}
                    {template.owner ? <bdi>{template.owner.name}</bdi> : t('platform')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

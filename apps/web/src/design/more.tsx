import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Paged = { loading: boolean; fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown> };

/** The next page of a list, while there is one. */
export function More({ query, pageInfo }: { query: Paged; pageInfo: { hasNextPage: boolean; endCursor: string | null } }) {
  const { t } = useTranslation();
  if (!pageInfo.hasNextPage) return null;
  return (
    <div className="morerow">
      <Button variant="default" loading={query.loading} onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
        {t('more')}
      </Button>
    </div>
  );
}

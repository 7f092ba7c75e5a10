import { useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommunityFrame, type CommunityHead } from '../../communities/community-frame.js';
import { failureOf } from '../../data/failures.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/states.js';
import { CommunityReportDocument } from '../../gql/insights/graphql.js';
import { useNow } from '../../i18n/use-now.js';
import { useLanguage } from '../../i18n/use-language.js';
import { saveAsPage } from './save-page.js';
import { Report } from './report.js';
import '../insights.css';
import './report.css';

/** A year of a community, or any other period, to read, to print and to take along. */
export function ReportScreen() {
  const { t } = useTranslation('report');
  const { slug } = useParams({ from: '/c/$slug/report' });
  return (
    <CommunityFrame slug={slug} title={t('title')}>
      {(community) => <Reporting community={community} />}
    </CommunityFrame>
  );
}

const isDay = (text: string | undefined): text is string => /^20\d\d-\d\d-\d\d$/.test(text ?? '');

function Reporting({ community }: { community: CommunityHead }) {
  const { t } = useTranslation('report');
  const search = useSearch({ from: '/c/$slug/report' });
  const sheet = useRef<HTMLElement>(null);
  const { language } = useLanguage();
  const year = useNow().getUTCFullYear();
  const from = isDay(search.from) ? search.from : `${year}-01-01`;
  const until = isDay(search.until) ? search.until : `${year}-12-31`;
  const found = useQuery(CommunityReportDocument, { variables: { communityId: community.id, from, until } });
  const isRefused = found.error && failureOf(found.error).code === 'FORBIDDEN';
  if (isRefused) return <Empty title={t('notYours')}>{t('notYoursWhy')}</Empty>;
  const name = `${community.slug}-${from}-${until}`;
  return (
    <div className="sections">
      <section className="stack g4 noprint" aria-label={t('period.title')}>
        <p className="measure ink2">{t('why')}</p>
        <Chooser slug={community.slug} from={from} until={until} />
        <div className="flex wrap">
          <Button leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            onClick={() => sheet.current && saveAsPage(sheet.current, `${community.name} · ${t('title')}`, name, language)}
          >
            {t('asPage')}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={18} />}
            href={`/export/communities/${community.id}/report.csv?from=${from}&until=${until}`}
            download
          >
            {t('asTable')}
          </Button>
        </div>
      </section>
      <Loaded query={found} shape="text">
        {({ communityReport }) => <Report ref={sheet} report={communityReport} community={community} />}
      </Loaded>
    </div>
  );
}

/** A year, or any two days. */
function Chooser({ slug, from, until }: { slug: string; from: string; until: string }) {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const now = useNow().getUTCFullYear();
  const years = Array.from({ length: 6 }, (_, at) => String(now - at));
  const whole = years.find((year) => from === `${year}-01-01` && until === `${year}-12-31`) ?? '';
  const choose = (period: { from: string; until: string }) =>
    void navigate({ to: '/c/$slug/report', params: { slug }, search: period, replace: true });
  return (
    <div className="reportperiod">
      <Select
        label={t('period.year')}
        data={[...years.map((year) => ({ value: year, label: year })), ...(whole ? [] : [{ value: '', label: t('period.other') }])]}
        value={whole}
        allowDeselect={false}
        onChange={(year) => year && choose({ from: `${year}-01-01`, until: `${year}-12-31` })}
      />
      <TextInput
        type="date"
        label={t('period.from')}
        value={from}
        max={until}
        onChange={({ currentTarget }) => isDay(currentTarget.value) && choose({ from: currentTarget.value, until })}
      />
      <TextInput
        type="date"
        label={t('period.until')}
        value={until}
        min={from}
        onChange={({ currentTarget }) => isDay(currentTarget.value) && choose({ from, until: currentTarget.value })}
      />
    </div>
  );
}

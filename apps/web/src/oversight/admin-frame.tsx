import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../design/page.js';
import { NotFound } from '../shell/root-view.js';
import { useViewer } from '../shell/viewer.js';
import { ProofGate } from './proof-gate.js';
import './oversight.css';

const parts = ['/admin', '/admin/people', '/admin/communities', '/admin/jobs', '/admin/mails', '/admin/retention', '/admin/audit'] as const;

/** What every page of the administration has: its parts as tabs. For everybody else there is nothing at these addresses. */
export function AdminFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('oversight');
  const viewer = useViewer();
  if (!viewer?.isAdministrator) return <NotFound />;
  const names: Record<(typeof parts)[number], string> = {
    '/admin': t('admin.state'),
    '/admin/people': t('admin.people'),
    '/admin/communities': t('admin.communities'),
    '/admin/jobs': t('admin.jobs'),
    '/admin/mails': t('admin.mails'),
    '/admin/retention': t('retention.title'),
    '/admin/audit': t('audit.title'),
  };
  return (
    <Page title={`${title} · ${t('admin.title')}`}>
      <h1>{t('admin.title')}</h1>
      <nav className="ctabs" aria-label={t('admin.title')}>
        {parts.map((to) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            {names[to]}
          </Link>
        ))}
      </nav>
      <div className="undertabs stack g4">
        <h2>{title}</h2>
        <ProofGate>{children}</ProofGate>
      </div>
    </Page>
  );
}

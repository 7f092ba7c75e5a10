import { useTranslation } from 'react-i18next';
import { AdminFrame } from './admin-frame.js';
import { AuditList } from './audit-list.js';
import { platformAuditGroups } from './audit-words.js';

/** What administrators did, and what concerns the whole server. */
export function AdminAuditScreen() {
  const { t } = useTranslation('oversight');
  return (
    <AdminFrame title={t('audit.title')}>
      <p className="ink2 measure">{t('audit.introPlatform')}</p>
      <AuditList communityId={null} groups={platformAuditGroups} />
    </AdminFrame>
  );
}

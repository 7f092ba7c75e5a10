import { Link } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PositionHeadFragment } from '../gql/advocacy/graphql.js';

/** Why nobody writes any more, and where it goes on. */
export function FrozenNotice({ position }: { position: PositionHeadFragment }) {
  const { t } = useTranslation('advocacy');
  const { id, state, publicPath } = position;
  return (
    <div className="notice notice-quiet" role="status">
      <IconLock size={20} aria-hidden />
      <div>
        <p>{t(`frozen.${state}`)}</p>
        <p className="small flex wrap" style={{ gap: '0.25rem 1.25rem' }}>
          <Link to="/p/$positionId/endorsement" params={{ positionId: id }}>
            {t('frozen.toEndorsement')}
          </Link>
          {publicPath && (
            <Link to="/positions/$positionId/public" params={{ positionId: id }}>
              {t('frozen.toPublic')}
            </Link>
          )}
        </p>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBadge, type LevelName } from './level.js';

/**
 * Stands above every send button: who will read it, in a full sentence, and then who will not.
 * `children` holds the choice of level, where there is one; the sentences follow it. `foot` holds the button.
 */
export function WhoWillSee({
  level,
  community,
  room,
  children,
  foot,
}: {
  level: LevelName;
  community: string;
  room?: string;
  children?: ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="whosees" aria-labelledby={id}>
      <div className="flex between wrap">
        <p className="label" id={id}>
          {t('whoWillSee.title')}
        </p>
        <LevelBadge level={level} room={level === 'group' ? room : undefined} />
      </div>
      {children}
      <p className="small" aria-live="polite">
        {t(`whoWillSee.${level}.reads`, { community, room })}{' '}
        <span className="ink2">{t(`whoWillSee.${level}.not`, { community, room })}</span>
      </p>
      {foot}
    </section>
  );
}

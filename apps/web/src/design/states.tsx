import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../data/failures.js';

/** Nothing here yet: a line with a gap, one sentence on what would be here, one action. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg
        width="116"
        height="20"
        viewBox="0 0 116 20"
        fill="none"
        stroke="var(--tl-line-strong)"
        strokeWidth="2"
        className="flip"
        aria-hidden
      >
        <path d="M0 10h46" />
        <circle cx="54" cy="10" r="8" />
        <path d="M63 10h53" strokeDasharray="4 4" />
      </svg>
      <div>
        <p>
          <b>{title}</b>
        </p>
        {children && <p className="ink2">{children}</p>}
      </div>
      {action}
    </div>
  );
}

/** What happened, what is kept, what to do. */
export function Trouble({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice notice-trouble" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div className="stack g1">
        <b>{title}</b>
        {children && <div className="small">{children}</div>}
        {action && <div>{action}</div>}
      </div>
    </div>
  );
}

/** A failed write, above its button; what was typed stays. Shows nothing while all is well, and nothing that stands at a field already. */
export function WriteTrouble({ failure, shownFields = [], title }: { failure: Failure | null; shownFields?: string[]; title?: string }) {
  const { t } = useTranslation();
  if (!failure) return null;
  const elsewhere = Object.entries(failure.fields).filter(([field]) => !shownFields.includes(field));
  if (Object.keys(failure.fields).length > 0 && elsewhere.length === 0) return null;
  return (
    <Trouble title={title ?? t('trouble.notSaved')}>
      {elsewhere.length > 0 ? elsewhere.map(([field, text]) => <p key={field}>{text}</p>) : failure.message || t('trouble.unknown')}
      {failure.reference && <p className="ink2 tiny">{t('trouble.reference', { reference: failure.reference })}</p>}
    </Trouble>
  );
}

/** A screen that could not be loaded: says why and offers to try again. */
export function ErrorState({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Trouble
      title={failure.code === 'NOT_FOUND' ? t('trouble.notFound') : t('trouble.notLoaded')}
      action={
        onRetry && (
          <Button variant="default" onClick={onRetry} mt="xs">
            {t('trouble.retry')}
          </Button>
        )
      }
    >
      {failure.message || t('trouble.unknown')}
      {failure.reference && <p className="ink2 tiny">{t('trouble.reference', { reference: failure.reference })}</p>}
    </Trouble>
  );
}

/** Shows its children only after 300 ms: what comes faster needs no sign of waiting. */
function Late({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? children : null;
}

/** The shape of what is coming, flat and still. */
export function Waiting({ shape = 'page' }: { shape?: 'page' | 'list' | 'text' }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-label={t('loading')}>
      <Late>
        {shape === 'page' && <Skeleton height={34} width="55%" mb="lg" />}
        {shape === 'text' ? (
          <TextShape />
        ) : (
          Array.from({ length: 4 }, (_, i) => (
            <div className="flex top" key={i} style={{ gap: '1rem', marginBlockEnd: '1.5rem' }}>
              <Skeleton height={36} width={36} circle />
              <div className="grow">
                <TextShape />
              </div>
            </div>
          ))
        )}
      </Late>
    </div>
  );
}

function TextShape() {
  return (
    <div className="stack g2">
      <Skeleton height={12} width="30%" />
      <Skeleton height={12} />
      <Skeleton height={12} width="80%" />
    </div>
  );
}

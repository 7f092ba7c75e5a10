import { useTranslation } from 'react-i18next';

/** One state of a session, a position, a case; the date or reason stands under it. */
export type Step = { label: string; note?: string };

/** A quiet stepper: past filled, present a ring in bold, future hollow. Not clickable; what can be done next is a button elsewhere. */
export function Steps({ steps, at, label }: { steps: Step[]; at: number; label: string }) {
  const { t } = useTranslation();
  const now = steps[at];
  const next = steps[at + 1];
  return (
    <>
      <ol className="steps" aria-label={label}>
        {steps.map((step, i) => (
          <li key={step.label} className={i < at ? 'done' : i === at ? 'now' : ''} aria-current={i === at ? 'step' : undefined}>
            {step.label}
            {step.note && <small>{step.note}</small>}
          </li>
        ))}
      </ol>
      <div className="stepmini small">
        <div className="stepbar" aria-hidden>
          {steps.map((step, i) => (
            <span key={step.label} className={i <= at ? 'done' : ''} />
          ))}
        </div>
        <b>{now?.label}</b> <span aria-hidden>·</span>{' '}
        <span className="ink2">
          {next
            ? t('steps.ofThen', { step: at + 1, steps: steps.length, next: next.label })
            : t('steps.of', { step: at + 1, steps: steps.length })}
        </span>
        {now?.note && <div className="tiny ink2">{now.note}</div>}
      </div>
    </>
  );
}

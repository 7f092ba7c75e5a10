import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../data/use-write.js';
import { WriteTrouble } from '../../design/states.js';
import { Steps } from '../../design/steps.js';
import { MoveClinicDocument, type ClinicPhase, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';
import './kinds.css';

const phases: ClinicPhase[] = ['CASE', 'QUESTIONS', 'HEARD', 'SUGGESTIONS', 'TAKEAWAY'];

/** Where a case clinic is, what fits now, and the move to the next phase for those who lead it. */
export function ClinicSteps({ thread }: { thread: ThreadPartsFragment }) {
  const { t } = useTranslation('kinds');
  const { write, isWriting, failure } = useWrite(MoveClinicDocument);
  const { phase } = thread;
  if (!phase) return null;
  const at = phases.indexOf(phase);
  const next = phases[at + 1];
  const move = (to: ClinicPhase) => void write({ threadId: thread.id, phase: to });
  return (
    <section className="clinic stack g3" aria-label={t('clinic.label')}>
      <Steps steps={phases.map((one) => ({ label: t(`clinic.phase.${one}`) }))} at={at} label={t('clinic.label')} />
      <p className="small">{t(`clinic.now.${phase}`)}</p>
      {thread.viewerCan.includes('MOVE_CLINIC') && (
        <div className="flex wrap">
          {next && (
            <Button loading={isWriting} variant="default" onClick={() => move(next)}>
              {t('clinic.next', { phase: t(`clinic.phase.${next}`) })}
            </Button>
          )}
          <Menu position="bottom-start" shadow="md">
            <Menu.Target>
              <Button variant="subtle">{t('clinic.other')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {phases
                .filter((one) => one !== phase && one !== next)
                .map((one) => (
                  <Menu.Item key={one} onClick={() => move(one)}>
                    {t(`clinic.phase.${one}`)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <WriteTrouble failure={failure} />
    </section>
  );
}

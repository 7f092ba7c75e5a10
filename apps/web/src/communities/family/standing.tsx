import { IconArchive } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InstantText } from '../../design/small.js';
import type { CommunityHeadFragment } from '../../gql/communities/graphql.js';
import './family.css';

/** What is special about a community as it stands: its task and end, its project, or that it is archived. */
export function Standing({ community }: { community: CommunityHeadFragment }) {
  const { t } = useTranslation('family');
  const { task, endsOn, projectName, projectUrl, archivedAt, archiveNote, mergedInto } = community;
  return (
    <>
      {archivedAt && (
        <div className="notice notice-mind" role="note">
          <IconArchive size={20} aria-hidden />
          <div className="stack g1">
            <b>
              {t('archived.since')}{' '}
              <bdi>
                <InstantText at={archivedAt} style="day" />
              </bdi>
            </b>
            <span className="small">
              {mergedInto ? (
                <Link to="/c/$slug" params={{ slug: mergedInto.slug }}>
                  {t('archived.mergedInto', { into: mergedInto.name })}
                </Link>
              ) : (
                t('archived.reads')
              )}
            </span>
            {archiveNote && (
              <p className="small" dir="auto">
                {archiveNote}
              </p>
            )}
          </div>
        </div>
      )}
      {(task || endsOn || projectName) && (
        <dl className="special small">
          {task && (
            <div>
              <dt className="ink2">{t('field.task')}</dt>
              <dd dir="auto">{task}</dd>
            </div>
          )}
          {endsOn && (
            <div>
              <dt className="ink2">{t('field.endsOn')}</dt>
              <dd>
                <InstantText at={`${endsOn}T12:00:00Z`} style="day" timeZone="UTC" />
              </dd>
            </div>
          )}
          {projectName && (
            <div>
              <dt className="ink2">{t('field.project')}</dt>
              <dd>
                {projectUrl ? (
                  <a href={projectUrl} rel="noreferrer noopener nofollow">
                    <bdi>{projectName}</bdi>
                  </a>
                ) : (
                  <bdi>{projectName}</bdi>
                )}
              </dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

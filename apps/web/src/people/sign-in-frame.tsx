import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../design/mark.js';
import { LanguageMenu, SchemeMenu } from '../shell/wishes.js';
import './people.css';

/** The two halves of the sign-in pages: what to do, and what we promise. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('people');
  return (
    <div className="signin">
      <title>{`${title} · Throughline`}</title>
      <div className="signform">
        <header className="flex between">
          <span className="brand">
            <Mark /> Throughline
          </span>
          <span className="flex g1">
            <LanguageMenu />
            <SchemeMenu />
          </span>
        </header>
        <main id="main" className="signmain stack g4">
          <h1>{title}</h1>
          {children}
        </main>
        <footer className="tiny ink2">
          {t('signIn.noTracking')}{' '}
          <Popover width={320} shadow="md" position="top-start">
            <Popover.Target>
              <button type="button" className="textbutton">
                {t('signIn.whoSees')}
              </button>
            </Popover.Target>
            <Popover.Dropdown>
              <p className="small">{t('signIn.whoSeesAnswer')}</p>
            </Popover.Dropdown>
          </Popover>
        </footer>
      </div>
      <aside className="signside" aria-label={t('signIn.promises')}>
        <ul className="plain promises record">
          <li>
            <span className="knot open" aria-hidden />
            {t('signIn.promise1')}
          </li>
          <li>
            <span className="knot open" aria-hidden />
            {t('signIn.promise2')}
          </li>
          <li>
            <span className="knot" aria-hidden />
            {t('signIn.promise3')}
          </li>
        </ul>
      </aside>
    </div>
  );
}

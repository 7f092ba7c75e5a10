import { Button } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../design/mark.js';
import { LanguageMenu, SchemeMenu } from './wishes.js';

/** The frame for whoever reads without an account: the name, the languages, the way in. */
export function OuterFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const returnTo = useRouterState({ select: (state) => state.location.href });
  return (
    <div className="outer">
      <header className="outhead">
        <Link className="brand" to="/communities">
          <Mark /> Throughline
        </Link>
        <div className="flex g1">
          <LanguageMenu />
          <span className="roomy">
            <SchemeMenu />
          </span>
          <Button component={Link} to="/sign-in" search={{ returnTo } as never} variant="default">
            {t('account.signIn')}
          </Button>
        </div>
      </header>
      {children}
    </div>
  );
}

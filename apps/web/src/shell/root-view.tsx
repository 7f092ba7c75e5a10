import { Button, VisuallyHidden } from '@mantine/core';
import { Link, Outlet, useMatches, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../data/failures.js';
import { Page } from '../design/page.js';
import { Empty, ErrorState } from '../design/states.js';
import { Frame } from './frame.js';
import { ScreenWaiting } from './screen-waiting.js';

/** The frame that the present screen asks for. */
export function RootView() {
  const isBare = useMatches({ select: (matches) => matches.some((match) => match.staticData.isBare) });
  if (!isBare) return <Frame />;
  return (
    <Suspense
      fallback={
        <main>
          <ScreenWaiting />
        </main>
      }
    >
      <Outlet />
    </Suspense>
  );
}

/** The error boundary of one screen: the rest of the shell keeps working. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { t } = useTranslation();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('trouble.notLoaded')} size="narrow">
      <VisuallyHidden component="h1">{t('trouble.notLoaded')}</VisuallyHidden>
      <ErrorState failure={failureOf(error)} onRetry={retry} />
    </Page>
  );
}

/** An address that leads nowhere, or somewhere one may not go: both look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} size="narrow">
      <h1>{t('notFound.title')}</h1>
      <Empty
        title={t('notFound.text')}
        action={
          <Button component={Link} to="/" variant="default">
            {t('notFound.home')}
          </Button>
        }
      />
    </Page>
  );
}

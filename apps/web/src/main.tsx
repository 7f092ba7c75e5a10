import './design/styles.js';
import { ApolloProvider } from '@apollo/client/react';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './data/client.js';
import { cssVariablesResolver, theme } from './design/theme.js';
import { startTexts } from './i18n/i18n.js';
import { router } from './routes.js';
import { AccountWishes } from './shell/account-wishes.js';
import { schemeManager } from './shell/scheme.js';

const Toasts = lazy(() => import('./design/toasts.js').then(({ Toasts }) => ({ default: Toasts })));

await startTexts();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariablesResolver}
          defaultColorScheme="auto"
          colorSchemeManager={schemeManager}
        >
          <Suspense>
            <Toasts />
          </Suspense>
          <AccountWishes />
          <RouterProvider router={router} />
        </MantineProvider>
      </DirectionProvider>
    </ApolloProvider>
  </StrictMode>,
);

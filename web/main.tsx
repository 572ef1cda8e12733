import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import 'virtual:tokens.css';
import './kit/css/base.css';
import './kit/css/parts.css';
import './kit/css/phone.css';
import './kit/css/kiosk.css';
import { startLook } from './kit/look';
import { catchUp } from './kit/old';
import { client } from './kit/queries';
import { routes } from './routes';

catchUp();
startLook();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={createBrowserRouter(routes)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

import { isRouteErrorResponse, useRouteError, type RouteObject } from 'react-router';
import { Failed } from './kit/States';

/** A page that breaks says so in words, and what was filed or saved is not touched by it. */
function Broken() {
  const reason = useRouteError();
  const missing = isRouteErrorResponse(reason) && reason.status === 404;
  return (
    <main className="pb broken">
      <h1>{missing ? '没有这一页' : '这一页没能打开'}</h1>
      {missing ? (
        <>
          <p>地址可能抄错了，也可能这一页已经撤下。您填过、交过的东西都还在。</p>
          <p>
            <a className="btn" href="/desk">
              回待办
            </a>{' '}
            <a className="btn" href="/">
              回首页
            </a>
          </p>
        </>
      ) : (
        <Failed reason={reason} onRetry={() => location.reload()} />
      )}
    </main>
  );
}

type PageModule = { Component: () => React.ReactNode };

/** Scenes add pages by a folder of their own (`scenes/<name>/pages.tsx`); nothing lists them. */
const found = import.meta.glob<{ pages: RouteObject[] }>('./scenes/*/pages.tsx', { eager: true });
const ofScenes = Object.values(found).flatMap((scene) => scene.pages);

const page = (path: string, lazy: () => Promise<PageModule>): RouteObject => ({ path, lazy });

/** The same pages stand within the desk for officers and without it for anybody. */
const LAWS: RouteObject[] = [
  page('laws', async () => ({ Component: (await import('./laws/Laws')).Laws })),
  page('laws/search', async () => ({ Component: (await import('./laws/LawSearch')).LawSearch })),
  page('laws/ask', async () => ({ Component: (await import('./laws/LawAsk')).LawAsk })),
  page('laws/cited', async () => ({ Component: (await import('./laws/LawCited')).LawCited })),
  page('laws/compare', async () => ({ Component: (await import('./laws/LawCompare')).LawCompare })),
  page('laws/articles/:id', async () => ({ Component: (await import('./laws/LawArticlePage')).LawArticlePage })),
  page('laws/:law', async () => ({ Component: (await import('./laws/LawPage')).LawPage })),
];

// Every page is a piece of its own, so that a citizen's phone never loads the desk.
export const routes: RouteObject[] = [
  {
    errorElement: <Broken />,
    hydrateFallbackElement: (
      <p className="pb meta" role="status">
        正在打开…
      </p>
    ),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./citizen/Home')).Home }) },
      page('start', async () => ({ Component: (await import('./start/Start')).Start })),
      page('report', async () => ({ Component: (await import('./citizen/Report')).Report })),
      page('progress', async () => ({ Component: (await import('./citizen/ProgressPage')).ProgressPage })),
      page('receipt', async () => ({ Component: (await import('./citizen/ReceiptPage')).ReceiptPage })),
      { lazy: async () => ({ Component: (await import('./laws/LawFrame')).PublicLaws }), children: LAWS },
      // Outside the desk's frame, so that it opens where there is no network.
      page('desk/rounds', async () => ({ Component: (await import('./rounds/Rounds')).Rounds })),
      page('desk/sign-in', async () => ({ Component: (await import('./kernel/SignIn')).SignIn })),
      {
        path: 'desk',
        lazy: async () => ({ Component: (await import('./kernel/Frame')).Frame }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./kernel/Inbox')).InboxPage }) },
          page('matters', async () => ({ Component: (await import('./kernel/Matters')).MattersPage })),
          page('matters/:id', async () => ({ Component: (await import('./kernel/MatterPage')).MatterPage })),
          page('new', async () => ({ Component: (await import('./kernel/NewMatter')).NewMatter })),
          page('new/:scene', async () => ({ Component: (await import('./kernel/NewMatter')).NewMatter })),
          page('window', async () => ({ Component: (await import('./kernel/WindowDesk')).WindowDesk })),
          page('search', async () => ({ Component: (await import('./kernel/Search')).Search })),
          page('board', async () => ({ Component: (await import('./kernel/Board')).Board })),
          page('alerts', async () => ({ Component: (await import('./kernel/Alerts')).AlertsPage })),
          page('calendar', async () => ({ Component: (await import('./kernel/OfficeCalendar')).OfficeCalendar })),
          page('duty', async () => ({ Component: (await import('./kernel/Duty')).Duty })),
          page('messages', async () => ({ Component: (await import('./kernel/Messages')).Messages })),
          page('calls', async () => ({ Component: (await import('./kernel/Calls')).Calls })),
          page('today', async () => ({ Component: (await import('./kernel/Today')).Today })),
          page('handover', async () => ({ Component: (await import('./kernel/Handover')).Handover })),
          page('staff', async () => ({ Component: (await import('./kernel/Staff')).Staff })),
          page('imports', async () => ({ Component: (await import('./kernel/Registers')).Registers })),
          page('imports/:id', async () => ({ Component: (await import('./kernel/RegisterPage')).RegisterPage })),
          page('lifecycles', async () => ({ Component: (await import('./kernel/Lifecycles')).Lifecycles })),
          page('lifecycles/:scene', async () => ({ Component: (await import('./kernel/Lifecycles')).Lifecycles })),
          page('supervision', async () => ({ Component: (await import('./kernel/Supervision')).Supervision })),
          page('takings', async () => ({ Component: (await import('./kernel/Takings')).Takings })),
          page('reviews', async () => ({ Component: (await import('./kernel/Reviews')).Reviews })),
          page('evaluations', async () => ({ Component: (await import('./kernel/Evaluations')).Evaluations })),
          page('rings', async () => ({ Component: (await import('./kernel/Rings')).Rings })),
          page('rings/:metric', async () => ({ Component: (await import('./kernel/Ring')).Ring })),
          page('reports/:span', async () => ({ Component: (await import('./kernel/Reports')).Reports })),
          page('rolls', async () => ({ Component: (await import('./kernel/Rolls')).Rolls })),
          page('rolls/:roll', async () => ({ Component: (await import('./kernel/Rolls')).Rolls })),
          page('rolls/:roll/:id', async () => ({ Component: (await import('./kernel/RollPage')).RollPage })),
          page('retention', async () => ({ Component: (await import('./kernel/Retention')).Retention })),
          page('notices', async () => ({ Component: (await import('./kernel/Notices')).Notices })),
          page('parameters', async () => ({ Component: (await import('./kernel/Parameters')).Parameters })),
          page('account', async () => ({ Component: (await import('./kernel/Account')).Account })),
          page('account/tokens', async () => ({ Component: (await import('./kernel/Tokens')).Tokens })),
          page('accounts', async () => ({ Component: (await import('./kernel/StaffAccounts')).StaffAccounts })),
          page('accounts/:id', async () => ({ Component: (await import('./kernel/StaffAccount')).StaffAccount })),
          {
            lazy: async () => ({ Component: (await import('./laws/LawFrame')).DeskLaws }),
            children: [
              page('laws/imports', async () => ({ Component: (await import('./laws/LawImports')).LawImports })),
              page('laws/imports/:id', async () => ({ Component: (await import('./laws/LawImports')).LawReport })),
              ...LAWS,
            ],
          },
          ...ofScenes,
        ],
      },
    ],
  },
];

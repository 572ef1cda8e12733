import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDeed } from '../kernel/useDeed';
import { call, ProblemError } from '../kit/api';
import '../kit/css/start.css';
import { Mark } from '../kit/Icon';
import { Past } from '../kit/Past';
import { client, useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { setLang, useLang } from '../kit/words';
import { ClockStep } from './ClockStep';
import { useJourney, type Journey } from './journey';
import { SceneStep } from './SceneStep';
import { Step } from './Step';
import { TamperStep } from './TamperStep';

/** Where the demo's mediator works, so that what is said here comes to that desk. */
const VILLAGE = '33.07.02.103.204';
export const MEDIATOR = 'tiaojie';
const LOOK_AGAIN_MS = 4000;

/** The matter as the mediator sees it; nobody is signed in: nothing yet. */
function useMatter(journey: Journey | null) {
  return useQuery({
    queryKey: ['start', journey?.id],
    enabled: journey?.signed === true,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: async ({ signal }) => {
      try {
        return await call('get', '/api/matters/{id}', { path: { id: journey?.id ?? '' }, signal });
      } catch (reason) {
        if (reason instanceof ProblemError && [401, 403, 404].includes(reason.status)) return null;
        throw reason;
      }
    },
  });
}

export async function signInAs(user: string, password: string): Promise<void> {
  await call('post', '/api/session', { body: { user, password } });
  await client.invalidateQueries();
}

function Phone() {
  const { say } = useLang();
  const [awake, setAwake] = useState(false);
  if (!awake)
    return (
      <button type="button" className="btn primary" onClick={() => setAwake(true)}>
        {say('拿起手机', 'Pick up the phone')}
      </button>
    );
  return (
    <iframe
      className="handset"
      title={say('群众的手机：说一件事', 'A citizen’s phone: say what happened')}
      src={`/report?area=${VILLAGE}`}
    />
  );
}

/** The first five minutes: from a complaint on a phone to a proof that nobody changed it. */
export function Start() {
  const { lang, say } = useLang();
  const about = useAbout();
  const [journey, setJourney] = useJourney();
  const matter = useMatter(journey);
  const [passed, setPassed] = useState(false);
  const [named, setNamed] = useState(false);
  const [added, setAdded] = useState(false);
  const entering = useDeed();
  useTitle(say('从这里开始', 'Start here'));
  if (about.isError) return <Failed page reason={about.error} onRetry={() => void about.refetch()} />;
  if (!about.data) return <Loading page what="枫桥" />;
  if (!about.data.demo)
    return (
      <main className="pb">
        <h1>这里没有演示</h1>
        <p>这是正式的数据，不能拿来试。</p>
        <Link className="btn" to="/">
          回首页
        </Link>
      </main>
    );
  if (about.data.underway)
    return (
      <main className="start">
        <Past far={about.data.underway} />
      </main>
    );
  const mediator = about.data.demoUsers.find(({ user }) => user === MEDIATOR);
  const signIn = async () => {
    await signInAs(MEDIATOR, mediator?.password ?? '');
    if (journey) setJourney({ ...journey, signed: true });
  };
  const handled = !!matter.data && matter.data.version > 1;
  return (
    <div className="start" lang={lang === 'en' ? 'en' : 'zh-CN'}>
      <header>
        <Mark />
        <div>
          <h1>{say('枫桥，五分钟看懂', 'Maplebridge in five minutes')}</h1>
          <p className="meta">
            {say(
              `${about.data.county?.name ?? ''}（演示）：机构、人员和纠纷都是虚构的，放心试。`,
              'A demo county: every office, person and dispute is made up. The pages behind speak Chinese.',
            )}
          </p>
        </div>
        <button
          type="button"
          className="btn quiet"
          lang={lang === 'en' ? 'zh-CN' : 'en'}
          onClick={() => setLang(lang === 'en' ? 'zh' : 'en')}
        >
          {lang === 'en' ? '中文' : 'English'}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <ol>
          <Step no={1} done={journey !== null} title={say('群众说一件事', 'A citizen says what happened')}>
            <p>
              {say(
                '在手机上答几个问题，不用注册。比如：楼上漏水，把我家天花板泡坏了。地点已经填好。',
                'A few questions on a phone, no registration. The place is filled in already.',
              )}
            </p>
            <div className="act">
              {journey ? (
                <>
                  <p role="status">{say(`收到了，查询码 ${journey.code}。`, `Filed. Its code is ${journey.code}.`)}</p>
                  <button type="button" className="btn quiet" onClick={() => setJourney(null)}>
                    {say('再说一件', 'Say another')}
                  </button>
                </>
              ) : (
                <Phone />
              )}
            </div>
          </Step>
          <Step no={2} done={handled} waits={journey === null} title={say('调解员来办', 'The mediator handles it')}>
            <p>
              {say(
                '用演示调解员进去，打开这一件，按“登记”。能做的、还不能做的和为什么，都写在那一页。',
                'Sign in as the mediator, open the matter, press 登记 (register). What may be done stands on that page.',
              )}
            </p>
            {!!entering.refused && <Refusal reason={entering.refused} />}
            <div className="act">
              {matter.data ? (
                <>
                  <p role="status">
                    {say(`现在：${matter.data.stageTitle}。`, `Stage now: ${matter.data.stageTitle}.`)}
                  </p>
                  <a
                    className="btn primary"
                    href={`/desk/matters/${journey?.id ?? ''}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {say('打开这一件（新窗口）', 'Open the matter (new tab)')}
                  </a>
                </>
              ) : (
                <button
                  type="button"
                  className="btn primary"
                  disabled={!journey || entering.busy}
                  onClick={() => void entering.run(signIn)}
                >
                  {say(`以${mediator?.name ?? '调解员'}登录`, 'Sign in as the mediator')}
                </button>
              )}
            </div>
          </Step>
          <ClockStep journey={journey} done={passed} onDone={() => setPassed(true)} onSignIn={signIn} />
          <TamperStep journey={journey} done={named} onDone={() => setNamed(true)} />
          <SceneStep asks={journey?.signed === true} done={added} onDone={() => setAdded(true)} />
        </ol>
        <p className="meta">
          <Link to="/desk/sign-in">{say('用别的岗位进去看', 'Look around with another post')}</Link>
          {' · '}
          <Link to="/">{say('群众的首页', 'The citizens’ page')}</Link>
        </p>
      </main>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { installable } from '../kit/install';
import { useLook } from '../kit/look';
import { keepPages } from '../kit/offline';
import { PhoneFrame } from '../kit/PhoneFrame';
import type { Fault, Values } from '../kit/schema';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Filed, Scene } from '../kit/wire';
import { CheckPage } from './CheckPage';
import { dropDraft, freshDraft, keepDraft, readDraft, type Draft } from './draft';
import { FiledPage } from './FiledPage';
import { QuestionPage } from './QuestionPage';
import { pageOf, questionsOf } from './questions';
import { ScenePage } from './ScenePage';

export type PublicScene = Pick<Scene, 'name' | 'title' | 'about' | 'publicOpen'>;

export const CHECK = '_check';
export const SCENE = '_scene';

function usePublicScenes() {
  return useQuery({
    queryKey: ['public-scenes'],
    staleTime: 600_000,
    queryFn: ({ signal }) => call('get', '/api/public/scenes', { signal }),
  });
}

/** A code on a wall says where one stands; what was said about the place before stays. */
export function placed(draft: Draft, area: string | null): Draft {
  if (!area || !/^\d{2}(\.\w+)*$/.test(area) || draft.values['area'] !== undefined) return draft;
  return { ...draft, values: { ...draft.values, area } };
}

/** The draft lives in memory and, word by word, on the device. */
function useDraft(): [Draft, boolean, (change: Partial<Draft>) => void] {
  const [search] = useSearchParams();
  const [draft, setDraft] = useState(() => placed(readDraft(), search.get('area')));
  const [kept, setKept] = useState(draft.savedAt !== '');
  const change = (next: Partial<Draft>) => {
    const whole = { ...draft, ...next };
    setDraft(whole);
    setKept(keepDraft(whole));
  };
  return [draft, kept, change];
}

/** Before a kind is chosen nobody knows how much it asks: the first one gives the measure. */
function guessed(scenes: PublicScene[], elder: boolean): number {
  const first = scenes[0]?.publicOpen;
  return first ? questionsOf(first, {}, elder).length : 0;
}

function Asking({ scenes, onFiled }: { scenes: PublicScene[]; onFiled: (filed: Filed) => void }) {
  const [draft, kept, change] = useDraft();
  const [search, setSearch] = useSearchParams();
  const [faults, setFaults] = useState<Fault[]>([]);
  const { look } = useLook();
  const only = scenes.length === 1 ? scenes[0] : undefined;
  const scene = scenes.find((one) => one.name === draft.scene) ?? only;
  const schema = scene?.publicOpen;
  const questions = schema ? questionsOf(schema, draft.values, look !== 'standard') : [];
  const pages = [...(only ? [] : [SCENE]), ...questions.map((question) => question.name), CHECK];
  const asked = search.get('at') ?? draft.at;
  const at = schema && pages.includes(asked) ? asked : (pages[0] ?? CHECK);
  const step = pages.indexOf(at);
  const fromCheck = search.get('back') === 'check';
  const go = (page: string, back = false) => {
    change({ at: page });
    setSearch(back ? { at: page, back: 'check' } : { at: page });
  };
  const next = () => go(fromCheck ? CHECK : (pages[step + 1] ?? CHECK));
  const before = fromCheck ? CHECK : pages[step - 1];
  const set = (values: Values, touched: string) => {
    change({ values });
    setFaults((old) => old.filter((fault) => fault.name.split('.')[0] !== touched));
  };
  const steps = { at: step, count: pages.length + (schema ? 0 : guessed(scenes, look !== 'standard')) };
  const common = { steps, kept, ...(before ? { onBack: () => go(before) } : {}) };
  if (at === SCENE || !scene || !schema) {
    return (
      <ScenePage
        {...common}
        scenes={scenes}
        chosen={draft.scene}
        // Another kind of matter asks other things: what does not fit it is not carried over.
        onChoose={(name) =>
          name !== draft.scene && change({ ...placed(freshDraft(), search.get('area')), scene: name })
        }
        onNext={() => schema && go(pages[1] ?? CHECK)}
      />
    );
  }
  const question = questions.find((one) => one.name === at);
  if (question) {
    return (
      <QuestionPage
        key={at}
        {...common}
        question={question}
        values={draft.values}
        faults={faults}
        onChange={set}
        onNext={next}
      />
    );
  }
  return (
    <CheckPage
      {...common}
      scene={scene}
      schema={schema}
      draft={draft}
      faults={faults}
      onFaults={setFaults}
      onFiled={onFiled}
      onChangeAnswer={(name) => go(name === SCENE ? SCENE : pageOf(questions, name) || pages[0] || CHECK, true)}
      canChangeScene={!only}
    />
  );
}

/** Says one matter, one question at a time, whatever the scene asks. */
export function Report() {
  useTitle('说一件事');
  const scenes = usePublicScenes();
  const [filed, setFiled] = useState<Filed | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    installable('/app.json');
    // Whoever only comes by keeps nothing; who put it on the home screen can begin without a network.
    if (!matchMedia('(display-mode: standalone)').matches) return undefined;
    void keepPages('/report');
    // once more when everything has come that the page is made of
    const timer = setTimeout(() => void keepPages('/report'), 4000);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (filed) top.current?.scrollIntoView();
  }, [filed]);
  const keep = (answer: Filed) => {
    dropDraft();
    setFiled(answer);
    // The start page of a demo shows this page in a phone's frame and goes on from what was filed in it.
    if (window.parent !== window) {
      window.parent.postMessage({ filed: { id: answer.matter.id, code: answer.matter.code } }, location.origin);
    }
  };
  const open = (scenes.data?.items ?? []).filter((scene) => scene.publicOpen);
  if (filed)
    return (
      <div ref={top}>
        <FiledPage filed={filed} />
      </div>
    );
  if (!scenes.data || open.length === 0) {
    return (
      <PhoneFrame name="说一件事" back="/">
        <h1>说一件事</h1>
        {scenes.isPending && <Loading what="要问的几句话" />}
        {scenes.isError && <Failed reason={scenes.error} what="问题没取到" onRetry={() => void scenes.refetch()} />}
        {scenes.isSuccess && <Empty title="现在不能在网上说">可以到就近的矛盾调解中心当面说</Empty>}
      </PhoneFrame>
    );
  }
  return <Asking scenes={open} onFiled={keep} />;
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { call, ProblemError } from '../kit/api';
import { useLang } from '../kit/words';
import { Step } from './Step';

const NAME = 'parking';
const COMMAND = `./maplebridge new scene ${NAME} --title 停车纠纷`;
const LOOK_AGAIN_MS = 5000;

/** Whoever has a checkout adds a kind of matter; it is there after a restart. */
export function SceneStep({ asks, done, onDone }: { asks: boolean; done: boolean; onDone: () => void }) {
  const { say } = useLang();
  const [copied, setCopied] = useState(false);
  const scenes = useQuery({
    queryKey: ['start', 'scenes'],
    enabled: asks,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: async ({ signal }) => {
      try {
        return (await call('get', '/api/scenes', { signal })).items.map(({ name }) => name);
      } catch (reason) {
        if (reason instanceof ProblemError && reason.status === 401) return [];
        throw reason;
      }
    },
  });
  const there = scenes.data?.includes(NAME) ?? false;
  useEffect(() => {
    if (there && !done) onDone();
  }, [there, done, onDone]);
  const copy = async () => {
    await navigator.clipboard.writeText(COMMAND).catch(() => undefined);
    setCopied(true);
  };
  return (
    <Step no={5} done={done} title={say('加一类新业务', 'Add a new kind of matter')}>
      <p>
        {say(
          '在源码文件夹里运行下面这一句，再重新启动：新业务的表单、流程图和测试都有了，没有改动别的文件。',
          'Run this in the source folder and restart: form, diagram and tests are there, no other file changed.',
        )}
      </p>
      <pre tabIndex={0} aria-label={say('要运行的命令', 'The command')}>
        {COMMAND}
      </pre>
      <div className="act">
        <button type="button" className="btn" onClick={() => void copy()}>
          {copied ? say('已复制', 'Copied') : say('复制', 'Copy')}
        </button>
        {there && (
          <>
            <Link className="btn primary" to={`/desk/new/${NAME}`}>
              {say('看它的表单', 'See its form')}
            </Link>
            <Link className="btn" to={`/desk/lifecycles/${NAME}`}>
              {say('看它的流程图', 'See its diagram')}
            </Link>
          </>
        )}
      </div>
    </Step>
  );
}

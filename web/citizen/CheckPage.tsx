import { useState } from 'react';
import { call, ProblemError } from '../kit/api';
import { useAreaName } from '../kit/fields/AreaInput';
import { Refusal } from '../kit/Refusal';
import {
  answerWords,
  bodyOf,
  faultsOf,
  fieldsOf,
  isAsked,
  isEmpty,
  kindOf,
  type Fault,
  type Value,
} from '../kit/schema';
import { serverFaults } from '../kit/SchemaForm';
import { Shape } from '../kit/Status';
import { dayLong } from '../kit/days';
import type { Field, Filed, Schema } from '../kit/wire';
import { AlreadySaid } from './AlreadySaid';
import type { Draft } from './draft';
import { SCENE, type PublicScene } from './Report';
import { StepFrame, type StepProps } from './StepFrame';

function Answer({ field, value }: { field: Field; value: Value }) {
  const area = useAreaName(kindOf(field) === 'area' && typeof value === 'string' ? value : '');
  if (isEmpty(value)) return <span className="meta">没有填</span>;
  if (kindOf(field) === 'area') return <>{area || '已选好'}</>;
  if (kindOf(field) === 'date' && typeof value === 'string') return <>{dayLong(value)}</>;
  if (kindOf(field) === 'longText')
    return (
      <span className="quote" style={{ display: 'block' }}>
        {answerWords(field, value)}
      </span>
    );
  if (kindOf(field) === 'boolean') return <>{field['x-titles']?.[String(value)] ?? answerWords(field, value)}</>;
  return <>{answerWords(field, value)}</>;
}

/** Every answer once more, each with a way back to its question. */
export function CheckPage({
  scene,
  schema,
  draft,
  faults,
  onFaults,
  onFiled,
  onChangeAnswer,
  canChangeScene,
  ...step
}: StepProps & {
  scene: PublicScene;
  schema: Schema;
  draft: Draft;
  faults: Fault[];
  onFaults: (faults: Fault[]) => void;
  onFiled: (filed: Filed) => void;
  onChangeAnswer: (name: string) => void;
  canChangeScene: boolean;
}) {
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const found = faultsOf(schema, draft.values);
    onFaults(found);
    setRefused(null);
    if (found.length) return;
    setBusy(true);
    try {
      const told = { path: { scene: scene.name }, body: bodyOf(schema, draft.values), key: draft.key };
      onFiled(await call('post', '/api/public/scenes/{scene}', told));
    } catch (reason) {
      onFaults(serverFaults(reason));
      setRefused(reason);
      setBusy(false);
    }
  };
  const fieldsOnly = refused instanceof ProblemError && (refused.problem.fields?.length ?? 0) > 0;
  const again = (name: string, title: string) => (
    <dd className="again">
      <button type="button" className="btn" onClick={() => onChangeAnswer(name)} aria-label={`改一改：${title}`}>
        改一改
      </button>
    </dd>
  );
  return (
    <StepFrame
      {...step}
      title="都对吗？"
      why="看一遍，哪里不对就改一改。提交后原话不会被改动，但可以再补充。"
      next={busy ? '正在提交' : refused && !fieldsOnly ? '再提交一次' : '提交'}
      busy={busy}
      onNext={() => void send()}
    >
      {!!refused && !fieldsOnly && <Refusal reason={refused} />}
      {faults.length > 0 && (
        <div className="summary" role="alert">
          <p>
            <Shape tone="red" /> <b>有 {faults.length} 处要改，还没有提交</b>
          </p>
          <ol>
            {faults.map((fault) => (
              <li key={fault.name}>
                <button type="button" className="aslink" onClick={() => onChangeAnswer(fault.name)}>
                  {fault.message}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      <dl className="check">
        {canChangeScene && (
          <div>
            <dt>哪一类事</dt>
            <dd className="answer">{scene.title}</dd>
            {again(SCENE, '哪一类事')}
          </div>
        )}
        {fieldsOf(schema)
          .filter(([, field]) => isAsked(field, draft.values))
          .map(([name, field]) => (
            <div key={name}>
              <dt>{field.title}</dt>
              <dd className="answer">
                <Answer field={field} value={draft.values[name]} />
              </dd>
              {again(name, field.title)}
            </div>
          ))}
      </dl>
      <AlreadySaid />
    </StepFrame>
  );
}

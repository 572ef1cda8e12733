import { useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { call, newKey } from '../kit/api';
import { client, useMe, useScenes } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { ReceiptPaper } from '../kit/ReceiptPaper';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Opened, Scene } from '../kit/wire';
import { SimilarCard } from '../kit/SimilarCard';
import { DraftLine } from './DraftLine';
import { useFormDraft } from './useFormDraft';

function Choose({ scenes }: { scenes: Scene[] }) {
  return (
    <>
      <div className="hd">
        <h1>登记哪一类事</h1>
      </div>
      <ul className="doors" style={{ maxWidth: 640 }}>
        {scenes.map((scene) => (
          <li key={scene.name}>
            <Link className="door" to={`/desk/new/${encodeURIComponent(scene.name)}`}>
              <span>
                <b>{scene.title}</b>
                <small>{scene.about}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Done({ filed, title, onAgain }: { filed: Opened; title: string; onAgain: () => void }) {
  return (
    <div style={{ maxWidth: 640 }}>
      <div className="hd">
        <h1>“{title}”办好了</h1>
      </div>
      <p>
        {filed.matter.title}，{filed.matter.code}，
        {filed.matter.type === 'SEEN' ? `现在是“${filed.matter.stageTitle}”。` : '已交给别的单位，您这里看不到后面的办理。'}
      </p>
      <ReceiptPaper receipt={filed.receipt} code={filed.matter.code} digits={filed.digits} />
      <div className="acts">
        {filed.matter.type === 'SEEN' && (
          <Link className="btn primary" to={`/desk/matters/${encodeURIComponent(filed.matter.id)}`}>
            打开这件事
          </Link>
        )}
        <button type="button" className="btn" onClick={onAgain}>
          再办一件
        </button>
      </div>
    </div>
  );
}

function Form({ scene }: { scene: Scene }) {
  // What the page one comes from knows already need not be said again.
  const given = useLocation().state as { values?: Values } | null;
  const [known] = useState<Values>(given?.values ?? {});
  const [values, setValues] = useState<Values>(known);
  const draft = useFormDraft(`new/${scene.name}`, known, values, setValues);
  const title = scene.open.title ?? '登记';
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [filed, setFiled] = useState<Opened | null>(null);
  const sent = useRef({ body: '', key: '' });
  const send = async () => {
    if (busy) return;
    const body = bodyOf(scene.open, values);
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, key: newKey() };
    setBusy(true);
    setRefused(null);
    try {
      const path = { scene: scene.name };
      setFiled(await call('post', '/api/scenes/{scene}', { path, body, key: sent.current.key }));
      draft.drop();
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['matters'] });
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  const again = () => {
    sent.current = { body: '', key: '' };
    draft.again();
    setValues({});
    setFiled(null);
  };
  if (filed) return <Done filed={filed} title={title} onAgain={again} />;
  return (
    <div style={{ maxWidth: 640 }}>
      <div className="hd">
        <h1>
          {title}：{scene.title}
        </h1>
      </div>
      <p className="meta" style={{ marginBottom: 14 }}>
        {scene.about}
      </p>
      {!!refused && <Refusal reason={refused} />}
      <DraftLine found={draft.found} savedAt={draft.savedAt} onAgain={draft.again} />
      <SimilarCard scene={scene.name} values={values} />
      <SchemaForm
        schema={scene.open}
        values={values}
        onChange={setValues}
        onSubmit={() => void send()}
        refused={refused}
      >
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在提交' : title}
          </button>
          <Link className="btn" to="/desk">
            先不
          </Link>
        </div>
      </SchemaForm>
    </div>
  );
}

/** An officer opens a matter for somebody; the form is the record's own. */
export function NewMatter() {
  const { scene: name } = useParams();
  const scenes = useScenes();
  const me = useMe();
  useTitle('登记一件');
  if (scenes.isError)
    return <Failed page reason={scenes.error} what="表单没取到" onRetry={() => void scenes.refetch()} />;
  if (!scenes.data) return <Loading page what="表单" />;
  const mine = me.data?.roles ?? [];
  const all = scenes.data.items.filter((scene) => scene.openedBy.some((role) => mine.includes(role.name)));
  const only = all.length === 1 && !name ? all[0] : all.find((scene) => scene.name === name);
  if (all.length === 0) return <Empty title="没有您能登记的">您的岗位不开办事项；要办的事在“待办”里。</Empty>;
  if (!only) return <Choose scenes={all} />;
  return <Form key={only.name} scene={only} />;
}

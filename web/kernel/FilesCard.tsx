import { useState } from 'react';
import { fetchFile } from '../kit/api';
import { momentWords } from '../kit/days';
import { sizeWords } from '../kit/parcels';
import { client, useFiles, useHands, useMoves } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import type { FileRow } from '../kit/wire';
import { FileForm } from './FileForm';

/** Who has had a file in hand. */
function Hands({ matter, file }: { matter: string; file: FileRow }) {
  const hands = useHands(matter, file.sha256);
  if (hands.isPending) return <Loading what="取阅记录" />;
  if (hands.isError) return <Failed reason={hands.error} what="取阅记录没取到" onRetry={() => void hands.refetch()} />;
  if (!hands.data.items.length) return <p className="meta">还没有人取阅过。</p>;
  return (
    <ul className="hands">
      {hands.data.items.map((hand) => (
        <li key={hand.at}>
          {momentWords(hand.at)} {hand.who ?? '当事人'} {hand.what}
        </li>
      ))}
    </ul>
  );
}

/** A picture is shown here; everything else is saved. Either counts as a look and is kept. */
function useContent(matter: string, file: FileRow) {
  const [shown, setShown] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const address = `/api/matters/${matter}/files/${file.sha256}`;
  const fetched = async (then: (url: string) => void) => {
    setBusy(true);
    setRefused(null);
    try {
      then(URL.createObjectURL(await fetchFile(address)));
      void client.invalidateQueries({ queryKey: ['matter', matter, 'hands', file.sha256] });
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    fetched((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  return { shown, refused, busy, show: () => fetched(setShown), hide: () => setShown(''), save };
}

function One({ matter, file, onWithdraw }: { matter: string; file: FileRow; onWithdraw?: () => void }) {
  const content = useContent(matter, file);
  const [hands, setHands] = useState(false);
  const picture = file.type.startsWith('image/');
  return (
    <li className="file">
      <div className="what">
        <b>
          {file.no}. {file.name}
        </b>
        <Status tone="blue">{file.kindTitle}</Status>
        {file.copyOf && <Status tone="grey">第 {file.copyOf} 份的遮盖副本</Status>}
        {file.withdrawn && <Status tone="grey">不用</Status>}
      </div>
      <p className="meta">
        {sizeWords(file.size)}，{momentWords(file.addedAt)} {file.byParty ? '当事人添加' : '工作人员添加'}，恶意程序：
        {file.scanned}
      </p>
      {file.withdrawn && <p>不用的原因：{file.withdrawn}</p>}
      {file.about.map((line) => (
        <p key={line.title} className="meta">
          {line.title}：{line.value}
        </p>
      ))}
      {!!content.refused && <Refusal reason={content.refused} />}
      {content.shown && <img src={content.shown} alt={`${file.name}，${file.kindTitle}`} />}
      <div className="acts noprint">
        {picture && (
          <button
            type="button"
            className="btn sm"
            disabled={content.busy}
            onClick={content.shown ? content.hide : () => void content.show()}
          >
            {content.shown ? '收起' : '看图'}
          </button>
        )}
        <button type="button" className="btn sm" disabled={content.busy} onClick={() => void content.save()}>
          保存
        </button>
        <button type="button" className="btn sm" aria-expanded={hands} onClick={() => setHands(!hands)}>
          谁取阅过
        </button>
        {onWithdraw && !file.withdrawn && (
          <button type="button" className="btn sm danger" onClick={onWithdraw}>
            标明不用
          </button>
        )}
      </div>
      {hands && <Hands matter={matter} file={file} />}
      <details>
        <summary>文件的指纹</summary>
        <code className="hash">{file.sha256}</code>
      </details>
    </li>
  );
}

/** The files of a matter: what each is, where it comes from, who has had it in hand. */
export function FilesCard({ id, onOpen }: { id: string; onOpen: (verb: string) => void }) {
  const files = useFiles(id);
  const moves = useMoves(id);
  const [adding, setAdding] = useState(false);
  const attach = moves.data?.can.find((move) => move.verb === 'attach');
  const withdraw = moves.data?.can.some((move) => move.verb === 'withdraw-file');
  const items = files.data?.items ?? [];
  return (
    <section className="card" aria-labelledby="files">
      <h2 id="files">
        材料与证据<span className="end">{items.length > 0 && `${items.length} 份`}</span>
      </h2>
      {files.isPending && <Loading what="材料" />}
      {files.isError && <Failed reason={files.error} what="材料没取到" onRetry={() => void files.refetch()} />}
      {files.isSuccess && !items.length && <p className="meta">还没有材料。</p>}
      {items.length > 0 && (
        <ul className="files">
          {items.map((file) => (
            <One
              key={file.no}
              matter={id}
              file={file}
              {...(withdraw ? { onWithdraw: () => onOpen('withdraw-file') } : {})}
            />
          ))}
        </ul>
      )}
      {attach && !adding && (
        <button type="button" className="btn noprint" onClick={() => setAdding(true)}>
          添加材料
        </button>
      )}
      {attach && adding && (
        <FileForm matter={id} schema={attach.schema} many={items.length} onLeave={() => setAdding(false)} />
      )}
    </section>
  );
}

import { useState } from 'react';
import { fetchNamed } from '../kit/api';
import { momentWords } from '../kit/days';
import { useFiles } from '../kit/fileQueries';
import { sizeWords } from '../kit/parcels';
import { client, useMoves } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import type { FileRow } from '../kit/wire';
import { CustodyChain } from './CustodyChain';
import { FileForm } from './FileForm';
import { FileShown, sortOf, SORT_WORDS } from './FileShown';

/** Where to fetch it, with the purpose that is the reader's own; a restricted original wants it said on purpose. */
function addressOf(matter: string, file: FileRow, original: boolean): string {
  const plain = `/api/matters/${matter}/files/${file.sha256}`;
  const named = original || !file.restricted || file.reader?.purpose === 'HANDLE';
  return named && file.reader ? `${plain}?purpose=${file.reader.purpose}` : plain;
}

/** What a browser shows by itself is shown here; everything else is saved. Either counts as a look and is kept. */
function useContent(matter: string, file: FileRow) {
  const [shown, setShown] = useState<Blob | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const fetched = async (original: boolean, then: (content: Blob, name: string) => void) => {
    setBusy(true);
    setRefused(null);
    try {
      const { content, name } = await fetchNamed(addressOf(matter, file, original));
      then(content, name);
      void client.invalidateQueries({ queryKey: ['matter', matter, 'hands', file.sha256] });
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  const save = (original = false) =>
    fetched(original, (content, name) => {
      const url = URL.createObjectURL(content);
      const link = document.createElement('a');
      link.href = url;
      link.download = name || file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  return { shown, refused, busy, show: () => fetched(false, setShown), hide: () => setShown(null), save };
}

/** What may be done with one file here and now. */
function deeds(file: FileRow, may: Set<string>): [string, string][] {
  const list: [string, string][] = [];
  // whoever may hand a file over also writes down a receipt on paper
  if (file.awaits && may.has('sign-for-file') && (file.reader?.signs || may.has('hand-over-file')))
    list.push(['sign-for-file', file.reader?.signs ? '签收或退回' : '登记签收、收回']);
  if (!file.awaits && may.has('hand-over-file')) list.push(['hand-over-file', '交接']);
  if (file.restricted && may.has('release-file')) list.push(['release-file', '原件恢复可看']);
  if (!file.restricted && !file.copyOf && may.has('restrict-file')) list.push(['restrict-file', '只给看遮盖件']);
  return list;
}

/** Whether the reader is not given the original: then neither its name nor what is said of it came here. */
const veiled = (file: FileRow) => !!file.reader && file.reader.given !== 'ORIGINAL';

/** What the reader is told of a restricted original. */
function Restricted({ file }: { file: FileRow }) {
  if (!file.restricted) return null;
  if (!veiled(file)) return <p>别的单位只看得到遮盖件，文件名和说明也不给看。原因：{file.restricted}</p>;
  return (
    <p>
      文件名和说明也不显示。
      {file.reader?.given === 'MASKED'
        ? `您能看的是遮盖副本：第 ${file.reader.masked} 份“${file.reader.maskedName}”。`
        : '遮盖件还没有做，请联系承办单位。'}
    </p>
  );
}

interface Acts {
  may: Set<string>;
  onOpen: (verb: string, no: number) => void;
}

function One({ matter, file, may, onOpen }: { matter: string; file: FileRow } & Acts) {
  const content = useContent(matter, file);
  const [hands, setHands] = useState(false);
  const sort = sortOf(file);
  const masked = file.reader?.given === 'MASKED';
  const nothing = file.reader?.given === 'NOTHING';
  return (
    <li className="file">
      <div className="what">
        <b>
          {file.no}. {veiled(file) ? '原件限承办单位查看' : file.name}
        </b>
        <Status tone="blue">{file.kindTitle}</Status>
        {file.copyOf && <Status tone="grey">第 {file.copyOf} 份的遮盖副本</Status>}
        {file.restricted && <Status tone="grey">只给看遮盖件</Status>}
        {file.awaits && <Status tone="yellow">已交{file.awaits}，等签收</Status>}
        {file.withdrawn && <Status tone="grey">不用</Status>}
      </div>
      <p className="meta">
        {sizeWords(file.size)}，{momentWords(file.addedAt)} {file.byParty ? '当事人添加' : '工作人员添加'}，恶意程序：
        {file.scanned}
      </p>
      {file.withdrawn && <p>不用的原因：{file.withdrawn}</p>}
      <Restricted file={file} />
      {file.about.map((line) => (
        <p key={line.title} className="meta">
          {line.title}：{line.value}
        </p>
      ))}
      {!!content.refused && <Refusal reason={content.refused} />}
      {content.shown && (
        <FileShown
          sort={sortOf({ type: content.shown.type, size: content.shown.size }) ?? sort ?? 'image'}
          content={content.shown}
          name={masked ? `${file.reader?.maskedName}，遮盖件` : `${file.name}，${file.kindTitle}`}
        />
      )}
      <div className="acts noprint">
        {sort && !nothing && (
          <button
            type="button"
            className="btn sm"
            disabled={content.busy}
            onClick={content.shown ? content.hide : () => void content.show()}
          >
            {content.shown ? '收起' : masked ? '看遮盖件' : SORT_WORDS[sort]}
          </button>
        )}
        {!nothing && (
          <button type="button" className="btn sm" disabled={content.busy} onClick={() => void content.save()}>
            {masked ? '保存遮盖件' : '保存'}
          </button>
        )}
        {file.restricted && file.reader?.purpose === 'SUPERVISE' && (
          <button type="button" className="btn sm" disabled={content.busy} onClick={() => void content.save(true)}>
            为监督检查取原件
          </button>
        )}
        <button type="button" className="btn sm" aria-expanded={hands} onClick={() => setHands(!hands)}>
          保管链
        </button>
        {deeds(file, may).map(([verb, title]) => (
          <button key={verb} type="button" className="btn sm" onClick={() => onOpen(verb, file.no)}>
            {title}
          </button>
        ))}
        {may.has('withdraw-file') && !file.withdrawn && (
          <button type="button" className="btn sm danger" onClick={() => onOpen('withdraw-file', file.no)}>
            标明不用
          </button>
        )}
      </div>
      {hands && <CustodyChain matter={matter} file={file} />}
      <details>
        <summary>文件的指纹</summary>
        <code className="hash">{file.sha256}</code>
      </details>
    </li>
  );
}

/** The files of a matter: what each is, where it comes from, through whose hands it went. */
export function FilesCard({ id, onOpen }: { id: string; onOpen: (verb: string, no: number) => void }) {
  const files = useFiles(id);
  const moves = useMoves(id);
  const [adding, setAdding] = useState(false);
  const attach = moves.data?.can.find((move) => move.verb === 'attach');
  const may = new Set(moves.data?.can.map((move) => move.verb));
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
            <One key={file.no} matter={id} file={file} may={may} onOpen={onOpen} />
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

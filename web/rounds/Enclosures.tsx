import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../kit/Icon';
import { sizeWords } from '../kit/parcels';
import type { Draft, Enclosed } from './draft';
import type { Change } from './DraftPage';
import { enclose, REFUSED_WORDS, takeAway, type Refused } from './enclosing';
import type { Officer } from './officer';
import type { Outbox } from './useRounds';
import { Voice } from './Voice';

/** Shows or plays what was enclosed, from the device alone. */
function Shown({ draft, file, outbox }: { draft: string; file: Enclosed; outbox: Outbox }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    let made = '';
    void outbox.drafts.file(draft, file.no).then((bytes) => {
      if (!bytes) return;
      made = URL.createObjectURL(new Blob([bytes], { type: file.type }));
      setUrl(made);
    });
    return () => URL.revokeObjectURL(made);
  }, [draft, file.no, file.type, outbox.drafts]);
  if (!url) return null;
  if (file.type.startsWith('audio/')) return <audio controls src={url} aria-label={file.name} />;
  return <img src={url} alt={file.name} />;
}

export function FileLine({
  draft,
  file,
  outbox,
  onTake,
}: {
  draft: string;
  file: Enclosed;
  outbox: Outbox;
  onTake?: () => void;
}) {
  return (
    <li className="enclosed">
      <Shown draft={draft} file={file} outbox={outbox} />
      <span>
        {file.name}
        <small>
          {sizeWords(file.size)}
          {file.sent && '，已送达'}
        </small>
        {file.problem && (
          <small className="over">
            {file.problem.title}：{file.problem.fields?.[0]?.message ?? file.problem.detail}
          </small>
        )}
      </span>
      {onTake && (
        <button type="button" className="btn quiet" aria-label={`去掉${file.name}`} onClick={onTake}>
          去掉
        </button>
      )}
    </li>
  );
}

const moment = () => new Date().toISOString();

/** A photo is taken, a voice is recorded; both stay on the device until they are sent. */
export function Enclosures({
  draft,
  officer,
  place,
  change,
  outbox,
}: {
  draft: Draft;
  officer: Officer;
  place: string;
  change: Change;
  outbox: Outbox;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused>('');
  const where: Record<string, string> = place.trim() ? { place: place.trim().slice(0, 200) } : {};
  const signatures = new Set(draft.said.kind === 'held' ? draft.said.signers.map((one) => one.file) : []);
  const files = draft.files.filter((file) => !signatures.has(file.no));
  const photo = async (file: File) => {
    const said = { kind: 'PHOTO', takenAt: moment(), author: officer.name, ...where };
    const ending = file.name.includes('.') ? file.name.slice(file.name.lastIndexOf('.')) : '.jpg';
    setRefused(await enclose(outbox.drafts, draft.id, file, `照片 ${draft.nextFile}${ending}`, said, change));
  };
  const voice = async (blob: Blob, ending: string) => {
    const said = { kind: 'AUDIOVISUAL', takenAt: moment(), author: officer.name, carrier: '工作手机当场录音', ...where };
    setRefused(await enclose(outbox.drafts, draft.id, blob, `录音 ${draft.nextFile}${ending}`, said, change));
  };
  return (
    <div className="field" role="group" aria-label="照片和录音">
      <div className="label" aria-hidden="true">
        照片和录音<small className="opt-note">（可以不加）</small>
      </div>
      <div className="takes">
        <button type="button" className="btn" onClick={() => input.current?.click()}>
          <Icon name="camera" />
          拍照
        </button>
        <Voice onDone={(blob, ending) => void voice(blob, ending)} />
      </div>
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="照片"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void photo(file);
          event.target.value = '';
        }}
      />
      {refused && (
        <p className="fault" role="alert">
          {REFUSED_WORDS[refused]}
        </p>
      )}
      <ul>
        {files.map((file) => (
          <FileLine
            key={file.no}
            draft={draft.id}
            file={file}
            outbox={outbox}
            onTake={() => void takeAway(outbox.drafts, draft.id, file.no, change)}
          />
        ))}
      </ul>
    </div>
  );
}

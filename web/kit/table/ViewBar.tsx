import { useId, useState, type FormEvent } from 'react';
import { Refusal } from '../Refusal';
import { chosen, MOST_COLUMNS, toggled, type TableColumn } from './columns';
import type { Density, SavedView, TableView } from './useTableView';

type Doing = { what: 'save' | 'rename' | 'remove'; words: string } | null;

const DENSITIES: [Density, string][] = [
  ['loose', '松'],
  ['tight', '紧'],
];

function Naming({ words, onName, onLeave }: { words: string; onName: (title: string) => void; onLeave: () => void }) {
  const [title, setTitle] = useState(words);
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) onName(title.trim());
  };
  return (
    <form className="naming" onSubmit={send}>
      <label htmlFor={id}>视图叫什么</label>
      <input
        id={id}
        className="in"
        value={title}
        maxLength={20}
        autoComplete="off"
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      />
      <button className="btn sm primary">存</button>
      <button type="button" className="btn sm quiet" onClick={onLeave}>
        先不
      </button>
    </form>
  );
}

function OfView({
  by,
  view,
  onDo,
  onRun,
}: {
  by: TableView;
  view: SavedView;
  onDo: (doing: Doing) => void;
  onRun: (deed: () => Promise<string>) => void;
}) {
  const again = () => by.save(view.title, view.id).then(() => `存进“${view.title}”`);
  const begin = (on: boolean) => by.setFirst(on ? view.id : '').then(() => '');
  return (
    <>
      {by.changed && (
        <button type="button" className="btn sm" onClick={() => onRun(again)}>
          改动存进“{view.title}”
        </button>
      )}
      <button type="button" className="btn sm quiet" onClick={() => onDo({ what: 'rename', words: view.title })}>
        改名
      </button>
      <button type="button" className="btn sm quiet" onClick={() => onDo({ what: 'remove', words: view.title })}>
        删掉
      </button>
      <label className="begin">
        <input
          type="checkbox"
          checked={by.first === view.id}
          onChange={(event) => {
            const on = event.target.checked;
            onRun(() => begin(on));
          }}
        />
        默认打开
      </label>
    </>
  );
}

function Columns<R>({ by, columns }: { by: TableView; columns: TableColumn<R>[] }) {
  const [open, setOpen] = useState(false);
  const now = chosen(columns, by.cols);
  const full = now.length >= MOST_COLUMNS;
  return (
    <details className="columns" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        栏目 {now.length}/{MOST_COLUMNS}
      </summary>
      {open && (
        <fieldset>
          <legend>显示哪些栏目，最多 {MOST_COLUMNS} 栏</legend>
          {columns.map((column) => {
            const on = now.includes(column);
            return (
              <label key={column.key}>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={column.fixed || (!on && full)}
                  onChange={() => by.setCols(toggled(columns, by.cols, column.key))}
                />
                {column.title}
              </label>
            );
          })}
        </fieldset>
      )}
    </details>
  );
}

/** What was saved under a name, and the way to save, rename and remove. */
function Views({ by }: { by: TableView }) {
  const [doing, setDoing] = useState<Doing>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const run = (deed: () => Promise<string>) => {
    setRefused(null);
    deed().then(
      (words) => {
        setSaid(words);
        setDoing(null);
      },
      (reason: unknown) => setRefused(reason),
    );
  };
  const name = (title: string) =>
    run(async () => {
      if (doing?.what === 'rename' && by.current) {
        await by.rename(by.current, title);
        return `改名为“${title}”`;
      }
      const left = await by.save(title);
      return left ? `存成“${title}”；搜索的字像电话或证件号码，没有存` : `存成“${title}”`;
    });
  const remove = (view: SavedView) => run(() => by.remove(view).then(() => `删掉了“${view.title}”`));
  return (
    <>
      <div className="views" role="group" aria-label="视图">
        {by.views.length > 0 && (
          <button type="button" className="btn sm" aria-pressed={!by.current} onClick={() => by.open(null)}>
            全部
          </button>
        )}
        {by.views.map((view) => (
          <button
            key={view.id}
            type="button"
            className="btn sm"
            aria-pressed={by.current?.id === view.id}
            onClick={() => by.open(view)}
          >
            {view.title}
          </button>
        ))}
        {doing === null && by.current && <OfView by={by} view={by.current} onDo={setDoing} onRun={run} />}
        {doing === null && (
          <button type="button" className="btn sm quiet" onClick={() => setDoing({ what: 'save', words: '' })}>
            存成视图
          </button>
        )}
        {doing && doing.what !== 'remove' && (
          <Naming key={doing.what} words={doing.words} onName={name} onLeave={() => setDoing(null)} />
        )}
        {doing?.what === 'remove' && by.current && (
          <span className="naming">
            删掉“{by.current.title}”？
            <button type="button" className="btn sm" onClick={() => by.current && remove(by.current)}>
              删掉
            </button>
            <button type="button" className="btn sm quiet" onClick={() => setDoing(null)}>
              先不
            </button>
          </span>
        )}
        <span className="meta" role="status">
          {said}
        </span>
      </div>
      {!!refused && <Refusal reason={refused} />}
    </>
  );
}

/** Saved views, columns and density of a list. */
export function ViewBar<R>({
  by,
  columns,
  views = true,
}: {
  by: TableView;
  columns: TableColumn<R>[];
  /** A list with hardly a filter needs no views. */
  views?: boolean;
}) {
  return (
    <div className="viewbar">
      {views && <Views by={by} />}
      <div className="looks">
        <div className="density" role="group" aria-label="行距">
          {DENSITIES.map(([density, word]) => (
            <button
              key={density}
              type="button"
              className="btn sm"
              aria-pressed={by.density === density}
              onClick={() => by.setDensity(density)}
            >
              {word}
            </button>
          ))}
        </div>
        <Columns by={by} columns={columns} />
      </div>
    </div>
  );
}

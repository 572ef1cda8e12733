import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../kit/api';
import { dayLong } from '../kit/days';
import { Failed } from '../kit/States';
import type { Figure } from '../kit/wire';

interface Place {
  path: string;
  name: string;
}

type Line = [name: string, title: string, type: 'text' | 'number' | 'date'];

function Enter({
  lines,
  what,
  onEnter,
  children,
}: {
  lines: Line[];
  what: string;
  onEnter: (said: Record<string, string>) => Promise<unknown>;
  children?: React.ReactNode;
}) {
  const enter = useMutation({ mutationFn: onEnter });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    enter.mutate(said, { onSuccess: () => form.reset() });
  };
  return (
    <details className="foot">
      <summary>登记{what}</summary>
      <form className="enter" onSubmit={submit} aria-label={`登记${what}`}>
        {children}
        {lines.map(([name, title, type]) => (
          <div key={name}>
            <label className="label" htmlFor={`${what}${name}`}>
              {title}
            </label>
            <input
              id={`${what}${name}`}
              name={name}
              className="in"
              type={type}
              step={type === 'number' ? 'any' : undefined}
            />
          </div>
        ))}
        <div>
          <button type="submit" className="btn primary" disabled={enter.isPending}>
            登记{what}
          </button>
        </div>
        {enter.isError && <Failed reason={enter.error} what={`没有登记${what}`} />}
      </form>
    </details>
  );
}

/** What somebody has set as the goal of a year, with its source. */
export function Goals({ area, figures, enters }: { area: Place; figures: Figure[]; enters: boolean }) {
  const client = useQueryClient();
  const goals = useQuery({
    queryKey: ['stats', 'targets', area.path],
    queryFn: ({ signal }) => call('get', '/api/stats/targets', { query: { area: area.path }, signal }),
  });
  const anew = () => client.invalidateQueries({ queryKey: ['stats'] });
  const drop = useMutation({
    mutationFn: (id: string) => call('delete', '/api/stats/targets/{id}', { path: { id } }),
    onSuccess: anew,
  });
  const title = (name: string) => figures.find((figure) => figure.name === name);
  const items = goals.data?.items ?? [];
  return (
    <section style={{ marginBottom: 24 }}>
      <h2 style={{ marginBottom: 8 }}>{area.name}的目标</h2>
      <div className="sheet flow">
        {goals.isError && <Failed reason={goals.error} onRetry={() => void goals.refetch()} />}
        {drop.isError && <Failed reason={drop.error} what="没有删掉" />}
        {goals.isSuccess && items.length === 0 && <p className="none">还没有登记本地的目标</p>}
        {items.map((goal) => (
          <p className="none" key={goal.id}>
            {goal.year} 年 {title(goal.metric)?.title ?? goal.metric} {goal.value} {title(goal.metric)?.unitTitle}
            ·来源：{goal.source}，{goal.enteredBy}登记{' '}
            {enters && (
              <button
                type="button"
                className="btn quiet sm"
                aria-label={`删掉 ${goal.year} 年${title(goal.metric)?.title ?? ''}的目标`}
                onClick={() => drop.mutate(goal.id)}
              >
                删掉
              </button>
            )}
          </p>
        ))}
        {enters && (
          <Enter
            what="目标"
            lines={[
              ['year', '哪一年', 'number'],
              ['value', '目标值', 'number'],
              ['source', '出自哪里', 'text'],
            ]}
            onEnter={async (said) => {
              await call('post', '/api/stats/targets', {
                body: {
                  metric: said['metric'] ?? '',
                  area: area.path,
                  source: said['source'] ?? '',
                  ...(said['year'] ? { year: Number(said['year']) } : {}),
                  ...(said['value'] ? { value: Number(said['value']) } : {}),
                },
              });
              await anew();
            }}
          >
            <div>
              <label className="label" htmlFor="goalof">
                哪个指标
              </label>
              <select id="goalof" name="metric" className="in">
                {figures.map((figure) => (
                  <option key={figure.name} value={figure.name}>
                    {figure.title}（{figure.unitTitle}）
                  </option>
                ))}
              </select>
            </div>
          </Enter>
        )}
      </div>
    </section>
  );
}

/** Honours as their papers say; they give no points. */
export function Honours({ area, enters }: { area: Place; enters: boolean }) {
  const client = useQueryClient();
  const honours = useQuery({
    queryKey: ['stats', 'honours', area.path],
    queryFn: ({ signal }) => call('get', '/api/stats/honours', { query: { area: area.path }, signal }),
  });
  const anew = () => client.invalidateQueries({ queryKey: ['stats', 'honours'] });
  const drop = useMutation({
    mutationFn: (id: string) => call('delete', '/api/stats/honours/{id}', { path: { id } }),
    onSuccess: anew,
  });
  const items = honours.data?.items ?? [];
  return (
    <section style={{ marginBottom: 24 }}>
      <h2 style={{ marginBottom: 8 }}>荣誉登记</h2>
      <div className="sheet flow">
        {honours.isError && <Failed reason={honours.error} onRetry={() => void honours.refetch()} />}
        {drop.isError && <Failed reason={drop.error} what="没有删掉" />}
        {honours.isSuccess && items.length === 0 && <p className="none">还没有登记荣誉</p>}
        {items.map((honour) => (
          <p className="none" key={honour.id}>
            {dayLong(honour.day)} {honour.holder}：{honour.title}，{honour.givenBy}授予
            {honour.paper ? `，${honour.paper}` : ''}{' '}
            {enters && (
              <button
                type="button"
                className="btn quiet sm"
                aria-label={`删掉 ${honour.holder}的${honour.title}`}
                onClick={() => drop.mutate(honour.id)}
              >
                删掉
              </button>
            )}
          </p>
        ))}
        {enters && (
          <Enter
            what="荣誉"
            lines={[
              ['holder', '授予谁', 'text'],
              ['title', '什么荣誉', 'text'],
              ['givenBy', '谁授予的', 'text'],
              ['day', '哪天授予', 'date'],
              ['paper', '文号（没有可以不填）', 'text'],
            ]}
            onEnter={async (said) => {
              const { day, ...words } = said;
              await call('post', '/api/stats/honours', {
                body: { area: area.path, ...words, ...(day ? { day } : {}) },
              });
              await anew();
            }}
          />
        )}
      </div>
    </section>
  );
}

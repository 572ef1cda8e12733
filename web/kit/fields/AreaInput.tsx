import { useQuery } from '@tanstack/react-query';
import { call } from '../api';
import { useAbout, useAreas } from '../queries';
import { Loading } from '../States';
import { textOf, type InputProps } from './parts';

/** Paths are written with dots (ltree); each cut names one level above. */
export function levelsOf(path: string, root: string): string[] {
  if (!path.startsWith(root)) return [];
  const rest = path.slice(root.length).split('.').filter(Boolean);
  return rest.map((_, index) => [root, ...rest.slice(0, index + 1)].join('.'));
}

function Level({
  parent,
  chosen,
  onChoose,
  label,
  id,
  props,
}: {
  parent: string;
  chosen: string;
  onChoose: (path: string) => void;
  label: string;
  id: string;
  props: InputProps;
}) {
  const areas = useAreas(parent);
  if (areas.isPending) return <Loading what="地方" rows={1} />;
  const items = areas.data?.items ?? [];
  if (!items.length) return null;
  return (
    <select
      id={id}
      className="in"
      aria-label={`${props.field.title}：${label}`}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      value={chosen}
      onChange={(event) => onChoose(event.target.value || (parent.includes('.') ? parent : ''))}
    >
      <option value="">{label}</option>
      {items.map((area) => (
        <option key={area.path} value={area.path}>
          {area.name}
        </option>
      ))}
    </select>
  );
}

const LABELS = ['选乡镇或街道', '选村或社区', '选网格（说不准可以不选）', '再往下'];

/** County → town → village → grid, one list a level; the next appears once there is something to ask. */
export function AreaInput(props: InputProps) {
  const about = useAbout();
  if (!about.data) return <Loading what="地方" rows={1} />;
  const root = about.data.county?.path ?? '';
  const value = textOf(props.value);
  const levels = levelsOf(value, root);
  const parents = [root, ...levels];
  return (
    <div className="cascade">
      {parents.slice(0, 4).map((parent, index) => (
        <Level
          key={parent}
          id={index === 0 ? props.id : `${props.id}-${index}`}
          parent={parent}
          chosen={levels[index] ?? ''}
          label={LABELS[index] ?? '再往下'}
          onChoose={(path) => props.onChange(path === root ? '' : path)}
          props={props}
        />
      ))}
    </div>
  );
}

/** The full name of an area that is only known by its path. */
export function useAreaName(path: string): string {
  const cut = path.lastIndexOf('.');
  const parent = cut > 0 ? path.slice(0, cut) : '';
  const areas = useQuery({
    queryKey: ['areas', parent],
    enabled: parent !== '',
    staleTime: 600_000,
    queryFn: ({ signal }) => call('get', '/api/public/areas', { query: { parent }, signal }),
  });
  const found = areas.data?.items.find((area) => area.path === path);
  return found?.full ?? found?.name ?? '';
}

import { DayFilter, PickFilter, SwitchFilters, WordsFilter, type Filtering } from '../kit/Filters';
import { useAreas } from '../kit/queries';
import type { AllRolls, Roll } from '../kit/wire';

export const ROLL_FIELDS = ['q', 'area', 'kind', 'state', 'on', 'due'] as const;
const STATES = [
  ['ended', '已结束的'],
  ['all', '全部'],
] as const;

export function RollFilters({ roll, all, by }: { roll: Roll; all: AllRolls; by: Filtering }) {
  const below = useAreas(all.area);
  const kinds = roll.fields.find((field) => field.name === 'kind')?.choices ?? {};
  return (
    <>
      <div className="filters">
        <WordsFilter id="r-q" name="q" label="名称、专长、单位" by={by} />
        <PickFilter
          id="r-area"
          name="area"
          label="地方"
          any={all.areaName}
          by={by}
          options={(below.data?.items ?? []).map((area) => [area.path, area.name])}
        />
        {Object.keys(kinds).length > 0 && (
          <PickFilter id="r-kind" name="kind" label="哪一类" any="都要" by={by} options={Object.entries(kinds)} />
        )}
        <PickFilter id="r-state" name="state" label="现行还是已结束" any="现行的" by={by} options={[...STATES]} />
        <DayFilter id="r-on" name="on" label="截至哪一天" by={by} />
      </div>
      <SwitchFilters by={by} names={[['due', '快到期、已到期的']]} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { dayLong, dayOf, momentWords, now, weekday } from '../kit/days';
import { Shape } from '../kit/Status';
import { useWall } from './wall';

const EVERY_MILLIS = 60_000;
/** So long without an answer, and the board says so. */
const STALE_MILLIS = 180_000;

/** Whose board, and as of when: the moment the server was last reached, not the wall's own time. */
export function BoardHead({ name }: { name: string }) {
  const wall = useWall();
  const clock = useQuery({
    queryKey: ['board', 'clock'],
    refetchInterval: EVERY_MILLIS,
    queryFn: async ({ signal }) => {
      await call('get', '/api/me', { signal });
      return now().toISOString();
    },
  });
  const stale = clock.isError && Date.now() - clock.dataUpdatedAt > STALE_MILLIS;
  const today = dayOf(now());
  const asOf = clock.data ? momentWords(clock.data) : '';
  return (
    <div className="hd">
      <h1>{name}</h1>
      <span className="meta">
        {dayLong(today)} {weekday(today)}，{asOf && `截至 ${asOf}`}，每分钟更新。数的是您看得到的，“+”是至少这么多
      </span>
      {stale && (
        <b role="alert">
          <Shape tone="grey" /> 没更新：连不上服务器，下面是{asOf || '早先'}的数
        </b>
      )}
      <Link className="btn sm quiet noprint" to={wall ? '/desk/board' : '/desk/board?wall=1'}>
        {wall ? '回到工作页面' : '挂到墙上'}
      </Link>
    </div>
  );
}

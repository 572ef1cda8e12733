import { useSearchParams } from 'react-router';

/** A board that hangs on a wall shows nothing but itself: no ways, no search, nobody's name. */
export function useWall(): boolean {
  return useSearchParams()[0].get('wall') === '1';
}

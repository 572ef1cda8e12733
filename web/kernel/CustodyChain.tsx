import { momentWords } from '../kit/days';
import { useHands } from '../kit/fileQueries';
import { Failed, Loading } from '../kit/States';
import type { FileRow, Hand } from '../kit/wire';

/** What was done, by whom, with whom: one sentence. */
function sentence(hand: Hand): string {
  const parts = [
    hand.who ?? '当事人',
    hand.what,
    hand.from ? `来自${hand.from}` : '',
    hand.to ? `交给${hand.to}` : '',
    hand.purpose ? (hand.what === '取阅' ? `为${hand.purpose}` : hand.purpose) : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** How many readings there are and how many of them stand here; nothing where nobody has read it. */
export function readingsWords(all: number, shown: number): string {
  if (!all) return '';
  return shown < all ? `取阅共 ${all} 次，这里是最近 ${shown} 次。` : `取阅共 ${all} 次，都在这里。`;
}

/** Through whose hands a file went. What stands in the trail has its number there; who has only read it has none. */
export function CustodyChain({ matter, file }: { matter: string; file: FileRow }) {
  const hands = useHands(matter, file.sha256);
  if (hands.isPending) return <Loading what="保管链" />;
  if (hands.isError) return <Failed reason={hands.error} what="保管链没取到" onRetry={() => void hands.refetch()} />;
  const { pages } = hands.data;
  const items = pages.flatMap((page) => page.items).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  // somebody may have read it since the first piece came
  const shown = items.filter((hand) => hand.entry === undefined).length;
  const words = readingsWords(Math.max(pages[0]?.readings ?? 0, shown), shown);
  return (
    <section aria-label={`第 ${file.no} 份材料的保管链`}>
      {words && <p className="meta">{words}</p>}
      {hands.hasNextPage && (
        <button
          type="button"
          className="btn quiet sm noprint"
          disabled={hands.isFetchingNextPage}
          onClick={() => void hands.fetchNextPage()}
        >
          {hands.isFetchingNextPage ? '正在取更早的' : '再看更早的取阅'}
        </button>
      )}
      <ol className="hands">
        {items.map((hand, at) => (
          <li key={at}>
            <span className="num">{momentWords(hand.at)}</span> {sentence(hand)}
            {hand.entry !== undefined && <small> 轨迹第 {hand.entry} 条</small>}
            {hand.words && <p className="meta">{hand.words}</p>}
          </li>
        ))}
      </ol>
      <p className="meta">收取、交接、签收、遮盖和作废是轨迹里的条目，改动会被核对出来；取阅记在取阅登记里，不随轨迹公布。</p>
    </section>
  );
}

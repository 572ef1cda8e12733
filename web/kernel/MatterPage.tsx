import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Bridge } from '../kit/Bridge';
import { roadWithNow } from '../kit/bridgeLayout';
import { dayWords, dayOf, dueWords, now } from '../kit/days';
import { Icon } from '../kit/Icon';
import { usePrinted } from '../kit/printed';
import { client, useMatter, useMoves, useTrail } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Matter, MatterRow, TrailEntry } from '../kit/wire';
import { DeadlineCard } from './DeadlineCard';
import { FilesCard } from './FilesCard';
import { ReviewSheet } from './ReviewSheet';
import { MatterRollsCard } from './MatterRollsCard';
import { MoveDrawer } from './MoveDrawer';
import { MovesCard } from './MovesCard';
import { PeopleCard } from './PeopleCard';
import { ErasedCard, FactsCards, LinksCard, SuggestCard, WordsCard } from './SideCards';
import { SceneCard } from './SceneCard';
import { SessionsCard } from './SessionsCard';
import { shortHash, TrailCard } from './TrailCard';

function Head({ matter }: { matter: Matter }) {
  const place = [matter.code, matter.sceneTitle, matter.levelTitle, matter.area.full ?? matter.area.name].filter(
    Boolean,
  );
  return (
    <>
      <div className="hd" style={{ alignItems: 'start' }}>
        <div className="ttl">
          <h1>{matter.title}</h1>
          {matter.colour && !matter.erased && (
            <Status tone={matter.colour.name}>
              激化度 {matter.colour.title}
            </Status>
          )}
          {matter.returns > 0 && <Status tone="orange">退回过 {matter.returns} 次</Status>}
          {matter.closedAt && <Status tone="green">{dayWords(dayOf(matter.closedAt))} 办结</Status>}
        </div>
        <div className="r noprint">
          <button type="button" className="btn" onClick={() => window.print()}>
            <Icon name="print" />
            打印
          </button>
        </div>
      </div>
      <p className="meta" style={{ marginTop: -10 }}>
        {place.join('，')}
      </p>
      {matter.keepsOut.map((each) => (
        <p className="meta" key={each.name} style={{ marginTop: -6 }}>
          <Status tone="orange">{each.name}应当回避</Status> {each.why}，不能再办，请改派别人。
        </p>
      ))}
    </>
  );
}

function useLastEntry(id: string): TrailEntry | undefined {
  return useTrail(id).data?.pages[0]?.items[0];
}

function Sheets({ matter, onOpen }: { matter: Matter; onOpen: (verb: string, no?: number) => void }) {
  return (
    <div className={matter.hasParties ? 'cols' : 'cols nobody'}>
      <div className="first">
        {matter.erased ? <ErasedCard /> : <WordsCard matter={matter} />}
        {matter.hasParties && !matter.erased && <PeopleCard key={matter.id} matter={matter} />}
        <FactsCards matter={matter} />
        {!matter.erased && <SceneCard key={`scene ${matter.id}`} scene={matter.scene} id={matter.id} />}
        {!matter.erased && <SessionsCard key={`sessions ${matter.id}`} id={matter.id} />}
        {!matter.erased && matter.scene === 'reviews' && <ReviewSheet key={`sheet ${matter.id}`} id={matter.id} />}
        {!matter.erased && <FilesCard key={`files ${matter.id}`} id={matter.id} onOpen={onOpen} />}
        <SuggestCard matter={matter} />
      </div>
      <div className="mid">
        <MovesCard id={matter.id} scene={matter.scene} stage={matter.stage} onOpen={onOpen} />
        <TrailCard id={matter.id} />
      </div>
      <div>
        <DeadlineCard id={matter.id} />
        <LinksCard id={matter.id} />
        {matter.hasParties && !matter.erased && <MatterRollsCard key={`rolls ${matter.id}`} id={matter.id} />}
      </div>
    </div>
  );
}

/** One matter: where it stands, what I may do, what was said and done, and until when. */
export function MatterPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const matter = useMatter(id);
  const moves = useMoves(id);
  const last = useLastEntry(id);
  const highest = last?.seq ?? 0;
  const lastHash = last ? `${shortHash(last.hash)}（轨迹第 ${last.seq} 条）` : '';
  const navigate = useNavigate();
  const [since, setSince] = useState(0);
  const [done, setDone] = useState('');
  const keptOut = useRef(false);
  const verb = search.get('move') ?? '';
  // Forgotten only when the page is gone: a part of it that is still drawn would ask again.
  useEffect(
    () => () => {
      if (keptOut.current) setTimeout(() => client.removeQueries({ queryKey: ['matter', id] }));
    },
    [id],
  );
  useTitle(matter.data?.title ?? '一件事');
  usePrinted(matter.data?.code ?? '', lastHash);
  // What counts as "changed meanwhile" is what came after the form was opened.
  useEffect(() => {
    setSince((old) => (!verb || old === 0 ? highest : old));
  }, [verb, highest]);
  if (matter.isError)
    return <Failed page reason={matter.error} what="这件事没取到" onRetry={() => void matter.refetch()} />;
  if (!matter.data) return <Loading page what="这件事" rows={4} />;
  const one = matter.data;
  const open = (next: string, no = 0) => {
    setDone('');
    setSearch(next ? { move: next, ...(no ? { no: String(no) } : {}) } : {}, { replace: true });
  };
  const finish = (after: MatterRow) => {
    if (verb === 'recuse') {
      // Whoever keeps out sees it no more; the page would only say that there is no such thing.
      keptOut.current = true;
      void navigate('/desk', { replace: true });
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'matter' });
      return;
    }
    const title = moves.data?.can.find((move) => move.verb === verb)?.title ?? '这一步';
    client.setQueryData<Matter>(
      ['matter', id],
      (shown) => shown && { ...shown, due: undefined, post: undefined, ...after },
    );
    void client.invalidateQueries({ queryKey: ['matter', id] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
    void client.invalidateQueries({ queryKey: ['me'] });
    open('');
    setDone(`“${title}”办好了，现在是“${after.stageTitle}”，已记进轨迹。`);
  };
  const due = one.due;
  return (
    <>
      <nav className="meta noprint" aria-label="所在位置">
        <Link to="/desk">待办</Link> / <Link to="/desk/matters">事项</Link> / {one.code}
      </nav>
      <Head matter={one} />
      <div role="status">
        {done && (
          <p className="intact">
            <Icon name="check" /> {done}
          </p>
        )}
      </div>
      <Bridge
        steps={roadWithNow(one.road, one)}
        used={due?.used ?? 0}
        {...(due && !one.closedAt ? { nowLabel: dueWords(due, now()).replace(/^.*，/, '') } : {})}
      />
      <Sheets matter={one} onOpen={open} />
      <MoveDrawer
        matter={one}
        moves={moves.data?.can ?? []}
        verb={moves.isSuccess ? verb : ''}
        since={since}
        no={search.get('no') ?? ''}
        onClose={() => open('')}
        onDone={finish}
      />
    </>
  );
}

import { Link } from 'react-router';
import { dueWords } from '../kit/days';
import { useMe, useMoves } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import type { CanMove, CannotMove } from '../kit/wire';

function Can({ move, first, onOpen }: { move: CanMove; first: boolean; onOpen: () => void }) {
  const after = move.toTitle ? `办后进入“${move.toTitle}”` : '办后环节不变';
  return (
    <div className="mv">
      <button type="button" className={`btn ${move.danger ? 'danger' : first ? 'primary' : ''}`} onClick={onOpen}>
        {move.title}
      </button>
      <div>
        {move.hint ?? after}
        {move.hint && <small>{after}</small>}
        {move.deadline && (
          <small>
            {move.deadline.title}：{dueWords(move.deadline)}
          </small>
        )}
      </div>
    </div>
  );
}

/** Files have a card of their own. */
const ABOUT_FILES = ['attach', 'withdraw-file', 'hand-over-file', 'sign-for-file', 'restrict-file', 'release-file'];
/** So have meetings. */
const ABOUT_SESSIONS = ['arrange', 'summon', 'answer-summons', 'hold', 'call-off'];
const ELSEWHERE = [...ABOUT_FILES, ...ABOUT_SESSIONS];
const ABOUT_PARTIES = ['identify', 'relate', 'change-power', 'consent', 'correct', 'give-code', 'ask'];

/** What names one thing of one matter: a person, a meeting, a file, another matter. */
const OF_ONE = ['party', 'persona', 'session', 'sha256', 'matter', 'no'];

/** Whether the same may be done with many at once: nothing grave, nothing about one person, meeting or file. */
export const isForMany = (move: CanMove) =>
  !move.danger &&
  ![...ELSEWHERE, ...ABOUT_PARTIES].includes(move.verb) &&
  !Object.keys(move.schema.properties).some((name) => OF_ONE.includes(name));

/** What is written down about the parties leaves the matter where it is, so it is folded away. */
function AboutParties({ moves, onOpen }: { moves: CanMove[]; onOpen: (verb: string) => void }) {
  return (
    <details className="elsewhere">
      <summary>当事人资料：{moves.map((move) => move.title).join('，')}</summary>
      <Common moves={moves} onOpen={onOpen} />
    </details>
  );
}

/** What every kind of matter can do takes less room than what this one is about. */
function Common({ moves, onOpen }: { moves: CanMove[]; onOpen: (verb: string) => void }) {
  return (
    <div className="common">
      {moves.map((move) => (
        <div key={move.verb}>
          <button
            type="button"
            className={`btn sm ${move.danger ? 'danger' : ''}`}
            aria-describedby={`does-${move.verb}`}
            onClick={() => onOpen(move.verb)}
          >
            {move.title}
          </button>
          <small id={`does-${move.verb}`}>{move.hint}</small>
        </div>
      ))}
    </div>
  );
}

/** Not allowed yet: still buttons one can reach, with the reason beside them and not hidden in a tooltip. */
function Cannot({ moves }: { moves: CannotMove[] }) {
  const [move] = moves;
  if (!move) return null;
  const id = `why-${move.verb}`;
  return (
    <div className={`mv ${moves.length > 1 ? 'several' : ''}`}>
      <div className="offs">
        {moves.map((one) => (
          <button key={one.verb} type="button" className="btn off" aria-disabled="true" aria-describedby={id}>
            {one.title}
          </button>
        ))}
      </div>
      <div id={id}>
        {move.reason}
        {move.article && <small className="law">{move.article}</small>}
      </div>
    </div>
  );
}

/** What several moves have in common is said once. */
export function byReason(moves: CannotMove[]): CannotMove[][] {
  const groups = new Map<string, CannotMove[]>();
  for (const move of moves) {
    const why = [move.reason, move.rule, move.article].join('|');
    groups.set(why, [...(groups.get(why) ?? []), move]);
  }
  return [...groups.values()];
}

/** On a phone the reasons wait until one asks for them. */
const roomy = () => matchMedia('(min-width: 821px)').matches;

/** What stands in the way here comes first; what belongs to other stages is folded away, but there. */
function Cannots({ moves }: { moves: CannotMove[] }) {
  const elsewhere = moves.filter((move) => move.reason.startsWith('只在“'));
  const here = moves.filter((move) => !elsewhere.includes(move));
  const rows = (some: CannotMove[]) => byReason(some).map((group) => <Cannot key={group[0]?.verb} moves={group} />);
  return (
    <>
      {here.length > 0 && (
        <details className="elsewhere" open={roomy()}>
          <summary className="sub">现在还不能的 {here.length} 步，因为</summary>
          {rows(here)}
        </details>
      )}
      {elsewhere.length > 0 && (
        <details className="elsewhere">
          <summary>
            别的环节才能做的 {elsewhere.length} 步：{elsewhere.map((move) => move.title).join('、')}
          </summary>
          {rows(elsewhere)}
        </details>
      )}
    </>
  );
}

export function MovesCard({
  id,
  scene,
  stage,
  onOpen,
}: {
  id: string;
  scene: string;
  stage: string;
  onOpen: (verb: string) => void;
}) {
  const moves = useMoves(id);
  const me = useMe();
  const post = me.data?.posts[0];
  const can = moves.data?.can ?? [];
  const own = can.filter((move) => !move.kernel);
  const common = can.filter((move) => move.kernel && ![...ABOUT_PARTIES, ...ELSEWHERE].includes(move.verb));
  const parties = can.filter((move) => ABOUT_PARTIES.includes(move.verb));
  const cannot = moves.data?.cannot ?? [];
  return (
    <section className="card may noprint" aria-labelledby="moves">
      <h2 id="moves">
        <Shape tone="now" />
        我现在可以做<span className="end">{post && `${post.agency.name}，${post.title}`}</span>
      </h2>
      {moves.isPending && <Loading what="能做的事" />}
      {moves.isError && <Failed reason={moves.error} what="能做的事没取到" onRetry={() => void moves.refetch()} />}
      {moves.isSuccess && own.length + common.length === 0 && <p className="meta">这件事现在没有轮到您做的。</p>}
      {own.map((move, at) => (
        <Can key={move.verb} move={move} first={at === 0} onOpen={() => onOpen(move.verb)} />
      ))}
      {common.length > 0 && <Common moves={common} onOpen={onOpen} />}
      {parties.length > 0 && <AboutParties moves={parties} onOpen={onOpen} />}
      {cannot.length > 0 && <Cannots moves={cannot} />}
      <p style={{ marginTop: 8 }}>
        <Link className="meta" to={`/desk/lifecycles/${encodeURIComponent(scene)}?here=${encodeURIComponent(stage)}`}>
          看这类事从头到尾怎么走
        </Link>
      </p>
    </section>
  );
}

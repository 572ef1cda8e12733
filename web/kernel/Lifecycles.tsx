import { useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { lifecycleLayout } from '../kit/lifecycleLayout';
import { useScenes } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Scene, SceneMove } from '../kit/wire';

/** Whether what it holds is wider than it is. */
function useWider(width: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const measure = () => setWider((frame.current?.clientWidth ?? width) < width);
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [width]);
  return [frame, wider] as const;
}

function Picture({ scene, here }: { scene: Scene; here: string }) {
  const graph = lifecycleLayout(scene);
  const [frame, wider] = useWider(graph.width);
  return (
    <>
      <div ref={frame} className="graph" tabIndex={0} role="region" aria-label={`${scene.title}的走法图，可以左右滚动`}>
        <svg
          width={graph.width}
          height={graph.height}
          viewBox={`0 0 ${graph.width} ${graph.height}`}
          role="img"
          aria-label={`${scene.stages.length} 个环节，${graph.edges.length} 条路；下面的表说的是同样的内容`}
        >
          {graph.edges.map((edge) => (
            <g key={`${edge.from}${edge.to}`}>
              <path className={`edge ${edge.main ? 'main' : ''}`} d={edge.path} />
              <path className={`tip ${edge.main ? 'main' : ''}`} d={edge.tip} />
            </g>
          ))}
          {graph.nodes.map((node) => (
            <g key={node.name}>
              <rect
                className={`node ${node.end ? 'end' : ''} ${node.name === here ? 'here' : ''}`}
                rx={4}
                x={node.x - node.width / 2}
                y={node.y - 19}
                width={node.width}
                height={38}
              />
              <text x={node.x} y={node.y + 5}>
                {node.title}
              </text>
            </g>
          ))}
          {graph.edges.map((edge) => (
            <text className="onedge" key={`${edge.from}${edge.to}`} x={edge.x} y={edge.y}>
              {edge.label}
            </text>
          ))}
        </svg>
      </div>
      {wider && <p className="meta noprint">图比屏幕宽，左右拖着看；先点一下图，也可以用左右键。</p>}
    </>
  );
}

function MovesTable({ scene }: { scene: Scene }) {
  const title = (name: string) => scene.stages.find((stage) => stage.name === name)?.title ?? name;
  const target = (move: SceneMove) => (move.to ? title(move.to) : move.danger ? '到此为止' : '环节不变');
  return (
    <div className="sheet flow life" style={{ marginTop: 16 }}>
      <table>
        <caption className="sr">{scene.title}的每一步</caption>
        <thead>
          <tr>
            <th style={{ width: '19em' }}>这一步</th>
            <th>从</th>
            <th style={{ width: '9em' }}>到</th>
            <th>谁办</th>
            <th>期限</th>
          </tr>
        </thead>
        <tbody>
          {scene.moves.map((move) => (
            <tr key={move.verb}>
              <td className="wide">
                <b>{move.title}</b>
                {move.hint && <small style={{ display: 'block' }}>{move.hint}</small>}
              </td>
              <td>
                <i>从</i>
                {move.kernel ? '办结以前的任何环节' : move.from.map(title).join('、')}
              </td>
              <td>
                <i>到</i>
                {target(move)}
              </td>
              <td className="wide">
                <i>谁办</i>
                {move.roles.map((role) => role.title).join('、')}
              </td>
              <td className="wide">
                <i>期限</i>
                {move.deadline?.title ?? '不另计'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How a kind of matter goes, drawn from what the server says of its code; never from a drawing kept by hand. */
export function Lifecycles() {
  const { scene: name } = useParams();
  const [search] = useSearchParams();
  const scenes = useScenes();
  useTitle('每类事怎么走');
  if (scenes.isError)
    return <Failed page reason={scenes.error} what="走法没取到" onRetry={() => void scenes.refetch()} />;
  if (!scenes.data) return <Loading page what="走法" />;
  const all = scenes.data.items;
  const scene = all.find((one) => one.name === name) ?? all[0];
  if (!scene) return <p>还没有一类事。</p>;
  const here = scene.name === name ? (search.get('here') ?? '') : '';
  const hereTitle = scene.stages.find((stage) => stage.name === here)?.title;
  return (
    <>
      <div className="hd">
        <h1>{scene.title}怎么走</h1>
        <span className="meta">第 {scene.version} 版，照代码画的</span>
      </div>
      {all.length > 1 && (
        <div className="chips" role="group" aria-label="哪类事">
          {all.map((one) => (
            <Link
              key={one.name}
              className={`btn ${one.name === scene.name ? 'on' : ''}`}
              to={`/desk/lifecycles/${encodeURIComponent(one.name)}`}
              aria-current={one.name === scene.name ? 'page' : undefined}
            >
              {one.title}
            </Link>
          ))}
        </div>
      )}
      <Picture scene={scene} here={here} />
      <p className="meta" style={{ marginTop: 6 }}>
        {hereTitle && (
          <>
            <Shape tone="now" /> 现在：{hereTitle}。
          </>
        )}
        深色是正路，粗框是到此为止。
      </p>
      <MovesTable scene={scene} />
    </>
  );
}

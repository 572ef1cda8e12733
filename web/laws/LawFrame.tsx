import { NavLink, Outlet, useLocation } from 'react-router';
import { PhoneFrame } from '../kit/PhoneFrame';
import { ProblemError } from '../kit/api';
import { Failed } from '../kit/States';
import { useMe } from '../kit/queries';
import { holds } from '../kernel/way';
import './laws.css';

const WAYS = [
  ['', '翻法律'],
  ['search', '找条文'],
  ['ask', '问一问'],
] as const;

function Ways({ base, keeper = false }: { base: string; keeper?: boolean }) {
  return (
    <nav className="lawways noprint" aria-label="法规库">
      {[...WAYS, ...(keeper ? ([['imports', '导入情况']] as const) : [])].map(([path, word]) => (
        <NavLink key={path} end to={path ? `${base}/${path}` : base}>
          {word}
        </NavLink>
      ))}
    </nav>
  );
}

/** The library for anybody, without sign-in. */
export function PublicLaws() {
  const home = useLocation().pathname === '/laws';
  return (
    <PhoneFrame name="法规库" back={home ? '/' : '/laws'} wide>
      <Ways base="/laws" />
      <Outlet />
    </PhoneFrame>
  );
}

/** The library within the desk; those who answer for its texts see how they came in. */
export function DeskLaws() {
  const me = useMe();
  return (
    <>
      <Ways base="/desk/laws" keeper={!!me.data && holds('kernel.legal-officer', 'kernel.registrar')(me.data)} />
      <Outlet />
    </>
  );
}

/** A refusal that names fields is told by what it says of them. */
export function Told({
  reason,
  what,
  onRetry,
  page,
}: {
  reason: unknown;
  what: string;
  onRetry: () => void;
  page?: boolean;
}) {
  const fields = reason instanceof ProblemError ? (reason.problem.fields ?? []) : [];
  if (fields.length === 0) return <Failed reason={reason} what={what} onRetry={onRetry} {...(page ? { page } : {})} />;
  return (
    <div className="refusal" role="alert">
      <div>
        {page ? <h1>{what}</h1> : <b>{what}</b>}
        {fields.map((field) => (
          <p key={field.name}>{field.message}</p>
        ))}
      </div>
    </div>
  );
}

/** Nothing was imported yet: how it is done, for whoever may. */
export function NoLaws() {
  return (
    <div className="empty">
      <p>
        <b>还没有导入法律文本</b>
      </p>
      <p className="meta">管理员在服务器上运行一次，几分钟就能查：</p>
      <p>
        <code className="mono">./maplebridge import laws 文件夹</code>
      </p>
      <p className="meta">
        文件夹里放国家法律法规数据库下载的 .docx，或者 .md、.txt 文本。重复导入不会多出来。
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon';
import { useLook } from './look';
import { useAbout } from './queries';

/** A citizen's page: own header, since a back button must have a name; big letters one touch away. */
export function PhoneFrame({
  name,
  back,
  onBack,
  extra,
  footer,
  children,
}: {
  name: string;
  back?: string;
  onBack?: () => void;
  extra?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { look, setLook } = useLook();
  const about = useAbout();
  const elder = look === 'elder';
  return (
    <div className="phone">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="ph noprint">
        {onBack ? (
          <button type="button" className="hb" aria-label="上一步" onClick={onBack}>
            <Icon name="back" />
          </button>
        ) : (
          back && (
            <Link className="hb" aria-label="返回" to={back}>
              <Icon name="back" />
            </Link>
          )
        )}
        <span className="name">
          {name}
          {about.data?.demo && <small>演示</small>}
        </span>
        <button type="button" className="hb" onClick={() => setLook(elder ? 'standard' : 'elder')}>
          {elder ? '标准字' : '大字版'}
        </button>
        {extra}
      </header>
      <main className="pb" id="content" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <div className="pf noprint">
          <div>{footer}</div>
        </div>
      )}
    </div>
  );
}

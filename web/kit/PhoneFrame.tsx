import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon';
import { KioskFoot, KioskHead } from './Kiosk';
import { useLook } from './look';
import { Past } from './Past';
import { useAbout } from './queries';

/** A citizen's page: own header, since a back button must have a name; big letters one touch away. */
export function PhoneFrame({
  name,
  back,
  onBack,
  extra,
  footer,
  wide = false,
  children,
}: {
  name: string;
  back?: string;
  onBack?: () => void;
  extra?: ReactNode;
  footer?: ReactNode;
  /** For what is read at a desk as well. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { look, setLook } = useLook();
  const about = useAbout();
  const elder = look === 'elder';
  const kiosk = look === 'kiosk';
  return (
    <div className={`phone${kiosk ? ' kiosk' : ''}${wide ? ' wide' : ''}`}>
      <a className="skip" href="#content">
        跳到正文
      </a>
      {kiosk && <KioskHead place={`${about.data?.county?.name ?? ''}${about.data?.demo ? '，演示' : ''}`} />}
      <div className="ph noprint" role={kiosk ? undefined : 'banner'}>
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
        {!kiosk && (
          <button type="button" className="hb" onClick={() => setLook(elder ? 'standard' : 'elder')}>
            {elder ? '标准字' : '大字版'}
          </button>
        )}
        {extra}
      </div>
      <main className="pb" id="content" tabIndex={-1}>
        {about.data?.underway ? <Past far={about.data.underway} /> : children}
      </main>
      {footer && !about.data?.underway && (
        <div className="pf noprint">
          <div>{footer}</div>
        </div>
      )}
      {kiosk && <KioskFoot />}
    </div>
  );
}

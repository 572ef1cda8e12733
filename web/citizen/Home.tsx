import { Link } from 'react-router';
import { Icon, Mark } from '../kit/Icon';
import { useLook } from '../kit/look';
import { PhoneFrame } from '../kit/PhoneFrame';
import { useAbout } from '../kit/queries';
import { useTitle } from '../kit/title';
import { draftTime } from './draft';
import { momentWords } from '../kit/days';

/** Four doors, and a small one for those who work here. */
export function Home() {
  useTitle('枫桥');
  const about = useAbout();
  const { look } = useLook();
  const saved = draftTime();
  return (
    <PhoneFrame name={about.data?.county?.name ?? ''}>
      <div className="hello">
        <Mark />
        <div>
          <h1>枫桥</h1>
          <p className="meta">有事来说，办到哪步都看得见</p>
        </div>
      </div>
      <nav className="doors" aria-label="要办什么">
        <Link className="door first" to="/report">
          <Icon name="speak" />
          <span>
            <b>说一件事</b>
            <small>{saved ? `接着说，${momentWords(saved)} 存的` : '一问一答，五分钟；不用注册'}</small>
          </span>
          <Icon name="next" />
        </Link>
        <Link className="door" to="/progress">
          <Icon name="road" />
          <span>
            <b>查进度</b>
            <small>用查询码和手机号后四位</small>
          </span>
          <Icon name="next" />
        </Link>
        <Link className="door" to="/receipt">
          <Icon name="shield" />
          <span>
            <b>核验回执</b>
            <small>在您手机里算，看有没有被改过</small>
          </span>
          <Icon name="next" />
        </Link>
        <Link className="door" to="/laws/search">
          <Icon name="book" />
          <span>
            <b>查法律</b>
            <small>用平常的话问，找到哪部法的哪一条</small>
          </span>
          <Icon name="next" />
        </Link>
      </nav>
      {about.data?.demo && look !== 'kiosk' && (
        <p style={{ marginTop: 28 }}>
          <Link to="/start">第一次来？五分钟看懂枫桥</Link>
        </p>
      )}
      {look !== 'kiosk' && (
        <p style={{ marginTop: 28 }}>
          <Link to="/desk/sign-in">工作人员登录</Link>
        </p>
      )}
    </PhoneFrame>
  );
}

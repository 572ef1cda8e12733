import { Icon } from './Icon';
import { usePublicScreen } from './look';

/** Calls the office; on a public screen, which can't, its number is there to be read. */
export function OfficePhone({ office }: { office: { name: string; phone?: string | null | undefined } }) {
  const shared = usePublicScreen();
  if (!office.phone) return null;
  return shared ? (
    <p>
      {office.name}电话：<b>{office.phone}</b>
    </p>
  ) : (
    <a className="btn" href={`tel:${office.phone}`}>
      <Icon name="phone" />
      打给{office.name}
    </a>
  );
}

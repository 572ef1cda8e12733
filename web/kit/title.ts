import { useEffect } from 'react';

/** The window says where one is; a screen reader reads it first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '枫桥' ? title : `${title}，枫桥`;
  }, [title]);
}

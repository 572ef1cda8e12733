import type { Me } from '../kit/wire';

/** Whether nothing but the account page is open: a password of one's own, or one-time codes, come first. */
export const shut = (me: Me): boolean => me.mustEnrol || me.mustChangePassword;

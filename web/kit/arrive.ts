/** A ref for what has just appeared because somebody asked for it: reading and typing go on there. */
export const arrive = (place: HTMLElement | null) => place?.focus();

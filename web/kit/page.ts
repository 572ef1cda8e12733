/** The word of this page: a style sheet the program draws is believed only if it carries it. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Where drawers lie: beside the page, so that nothing has to write a style sheet of its own to keep it still. */
export const overlays = (): HTMLElement => document.getElementById('overlays') ?? document.body;

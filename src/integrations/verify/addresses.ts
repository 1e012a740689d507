/** `/news/index.html` is `/news/`. */
export const addressOf = (path: string): string => path.replace(/(?:^|(?<=\/))index\.html$/u, '');

/** The file behind an address. */
export const fileOf = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);

/** Where in the process content lies that was read and checked: pages are bundled apart from what reads it. */
export const contentPlace = Symbol.for('megaton.content');

/** `base`, or a server's id. */
export const SHELF_NAME = /^(?:base|\d{1,20})$/u;

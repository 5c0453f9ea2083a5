/**
 * Layout of `.bareme` files: the same words and comments, at their place. Pure: text in, text out.
 */
export { formatSource, type FormattedSource } from './format-source.js';

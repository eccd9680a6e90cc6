/**
 * The drop-in bundle, `dist/meedoen.js`: defines the elements and upgrades carriers. The build puts guard.ts in front.
 */
import { Carriers } from './carrier.ts';
import { names } from './register.ts';

new Carriers(names).follow(document);

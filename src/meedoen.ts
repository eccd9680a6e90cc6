/**
 * The drop-in bundle, `dist/meedoen.js`: defines the elements and upgrades carriers, unless guard.ts stops it.
 */
import './guard.ts';
import { Carriers } from './carrier.ts';
import { names } from './names.ts';
import './register.ts';

new Carriers(names).follow(document);

/**
 * The drop-in bundle, `dist/meedoen.js`: defines the elements and upgrades carriers, unless guard.ts stops it.
 */
import './guard.ts';
import { fetchBeside } from './beside.ts';
import { Carriers } from './carrier.ts';
import { names } from './names.ts';
import './register.ts';

/** The place in the bundle where the build has every `import()` look for how to fetch. */
declare const __beside: { fetch?: typeof fetchBeside };

__beside.fetch = fetchBeside;
new Carriers(names).follow(document);

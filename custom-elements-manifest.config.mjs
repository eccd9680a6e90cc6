// Makes custom-elements.json, what editors and catalogues know of the elements, from their JSDoc.
export default { globs: ['src/elements/**/*.ts'], outdir: '.', litelement: true, packagejson: false };

/// <reference types="vite/client" />

/** Made by manifest.ts; what we use of it (https://github.com/webcomponents/custom-elements-manifest). */
declare module 'virtual:custom-elements-manifest' {
  interface Member {
    name: string;
    description?: string;
    attribute?: string;
    static?: boolean;
    privacy?: 'public' | 'private' | 'protected';
  }
  interface Declaration {
    tagName?: string;
    attributes?: { name: string }[];
    members?: Member[];
    cssParts?: { name: string }[];
    events?: { name?: string; description?: string }[];
  }
  export interface Manifest {
    modules: { declarations?: Declaration[] }[];
  }
  const manifest: Manifest;
  export default manifest;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: { argv: string[]; cwd?: string; noWrite?: boolean }): Promise<unknown>;
}

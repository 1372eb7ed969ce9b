import type { Configuration } from 'webpack';

/** The pane's bundle for a mode. */
declare function pane(mode: 'production' | 'development'): Configuration;
export = pane;

import fc from 'fast-check';

/**
 * Property tests draw the same values on every machine, so that a run can be repeated; PROPERTY_SEED names other values to try (any
 * whole number). A failure prints its seed and its smallest example.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20191204) });

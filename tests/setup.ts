/** Property tests draw the same cases in every run, so that a red build can be repeated; other cases are
 *  tried with FC_SEED=‹number› npm run test:unit. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1907) });

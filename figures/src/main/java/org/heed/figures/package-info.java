/**
 * Figures: counting recorded events as known at any moment, explaining why a count changed, saying
 * how sure one can be, and publishing without disclosing. The parts are sub-packages; this package
 * holds what they share. No database and no framework.
 */
@NullMarked
package org.heed.figures;

import org.jspecify.annotations.NullMarked;

/**
 * What is still to come: counts by when something happened grow as late reports arrive, so the
 * newest periods are estimated from how earlier ones grew.
 */
@NullMarked
package org.heed.figures.runoff;

import org.jspecify.annotations.NullMarked;

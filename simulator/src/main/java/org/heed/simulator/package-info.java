/** Heed simulator. */
@NullMarked
package org.heed.simulator;

import org.jspecify.annotations.NullMarked;

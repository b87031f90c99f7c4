/** Heed cli. */
@NullMarked
package org.heed.cli;

import org.jspecify.annotations.NullMarked;

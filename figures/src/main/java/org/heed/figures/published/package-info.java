/**
 * Series that others have published, read with their dirt: negative counts kept, damaged offence
 * codes repaired and listed, names that change from year to year, and the dates at which a code
 * stops meaning what it meant. A small extract is shipped, so that the real figures show without
 * outside data.
 */
@NullMarked
package org.heed.figures.published;

import org.jspecify.annotations.NullMarked;

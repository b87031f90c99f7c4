/** Heed text. */
@NullMarked
package org.heed.text;

import org.jspecify.annotations.NullMarked;

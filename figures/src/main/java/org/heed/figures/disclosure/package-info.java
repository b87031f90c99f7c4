/**
 * Disclosure control: hiding small counts so that they cannot be worked out again from what is
 * published, auditing that, and noise that is the same each time.
 */
@NullMarked
package org.heed.figures.disclosure;

import org.jspecify.annotations.NullMarked;

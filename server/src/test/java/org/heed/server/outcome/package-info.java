/** Tests of what became of crimes. */
@NullMarked
package org.heed.server.outcome;

import org.jspecify.annotations.NullMarked;

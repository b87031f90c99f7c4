/** Tests of what tests stand on. */
@NullMarked
package org.heed.testkit;

import org.jspecify.annotations.NullMarked;

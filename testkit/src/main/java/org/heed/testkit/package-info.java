/** Heed testkit. */
@NullMarked
package org.heed.testkit;

import org.jspecify.annotations.NullMarked;

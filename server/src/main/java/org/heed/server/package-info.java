/** Heed server. */
@NullMarked
package org.heed.server;

import org.jspecify.annotations.NullMarked;

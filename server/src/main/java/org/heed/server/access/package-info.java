/** Who is asking, what they may do, and signing in and out. */
@NullMarked
package org.heed.server.access;

import org.jspecify.annotations.NullMarked;

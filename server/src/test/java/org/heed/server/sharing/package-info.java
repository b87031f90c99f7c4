/** Tests of what is shared. */
@NullMarked
package org.heed.server.sharing;

import org.jspecify.annotations.NullMarked;

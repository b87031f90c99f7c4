/** Tests of missing episodes. */
@NullMarked
package org.heed.server.missing;

import org.jspecify.annotations.NullMarked;

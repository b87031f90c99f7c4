/** Tests of notices. */
@NullMarked
package org.heed.server.notice;

import org.jspecify.annotations.NullMarked;

/** Tests of who may see and do what. */
@NullMarked
package org.heed.server.access;

import org.jspecify.annotations.NullMarked;

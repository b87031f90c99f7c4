/** Linking in the record. */
@NullMarked
package org.heed.server.linking;

import org.jspecify.annotations.NullMarked;

/** The audit on a real record. */
@NullMarked
package org.heed.server.audit;

import org.jspecify.annotations.NullMarked;

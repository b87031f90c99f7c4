/**
 * Bringing files of reports in: what a file holds, what a mapping makes of it, and how it goes into
 * the record in batches that a kill at any moment neither doubles nor loses.
 */
@NullMarked
package org.heed.server.importing;

import org.jspecify.annotations.NullMarked;

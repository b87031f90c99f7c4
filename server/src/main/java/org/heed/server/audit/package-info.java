/**
 * Who looked at what and why, and what is unusual about it. Reads the ledger's entries, never the
 * records themselves; each look at the log is an entry of it.
 */
@NullMarked
package org.heed.server.audit;

import org.jspecify.annotations.NullMarked;

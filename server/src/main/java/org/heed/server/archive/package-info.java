/**
 * A compact copy of the narratives beside the database, so that re-reading all of them is bound by
 * reading. Files of compressed blocks hold each version's words and the facts that reading is
 * given, by position in the ledger. The copy shows nothing to anybody: what is found in it is
 * looked up in the record again, under row security, before it is told. What is superseded is
 * passed over, what is destroyed is taken out, and a copy that does not fit the record is thrown
 * away and made again.
 */
@NullMarked
package org.heed.server.archive;

import org.jspecify.annotations.NullMarked;

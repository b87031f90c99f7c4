/**
 * Other programs' ways of finding phrases, each behind an interface of the JDK's, so that the
 * benchmark can load them apart from Heed. A finder is made from lower-case phrases and is a {@code
 * ToIntFunction<String>}: a lower-case text's number of hits.
 */
@NullMarked
package org.heed.bench.peers;

import org.jspecify.annotations.NullMarked;

/**
 * What leaves Heed on paper and why: packs of a case with redactions burnt in, and schedules of
 * unused material for the prosecutor. What was made is kept as it was made.
 */
@NullMarked
package org.heed.server.disclosure;

import org.jspecify.annotations.NullMarked;

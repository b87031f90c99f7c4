/**
 * What people decided about pairs of records, as a log that only grows, and who is who as known at
 * any point of it. Nothing is merged and nothing overwritten: an identity is a view over the log,
 * so that undoing is one more decision.
 */
@NullMarked
package org.heed.linkage.decision;

import org.jspecify.annotations.NullMarked;

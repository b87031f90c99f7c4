/**
 * The queue of reports before reviewers, who claim one, decide yes or no with a reason, and go on.
 */
@NullMarked
package org.heed.server.review;

import org.jspecify.annotations.NullMarked;

/**
 * Content that is destroyed by two people: what somebody proposes and somebody else decides, what
 * holds a report and keeps it from being destroyed, and which reports are due to be looked at. What
 * goes is worked out by the database, which takes out nothing else.
 */
@NullMarked
package org.heed.server.destruction;

import org.jspecify.annotations.NullMarked;

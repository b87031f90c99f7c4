/**
 * What inspections of cases and audits of recording have in common: the days that a frame is asked
 * by, the bounds of a plan, a draw, and the same draw again.
 */
@NullMarked
package org.heed.server.sampling;

import org.jspecify.annotations.NullMarked;

/**
 * What standards ask for a case, and whether and when it was done: clocks over dated facts, as
 * known at any moment. The standards and the calendars are the rulebook's.
 */
@NullMarked
package org.heed.clocks;

import org.jspecify.annotations.NullMarked;

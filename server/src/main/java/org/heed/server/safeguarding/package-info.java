/**
 * Cases: a child, a group or a place that needs a plan. What is known of a case is dated facts by
 * named people; standards are held against them, as known at any moment.
 *
 * <p>Another module supplies dated facts to the clocks of a case by a bean that is a {@link
 * org.heed.server.safeguarding.CaseFactSource}: it is told the cases, with the reports and people
 * they are about, and answers what it knows of each by the names that standards give such facts
 * (such as {@code child-missing} or {@code missing-found}). What is withdrawn in its own tables it
 * leaves out; what was not known at the position asked for, too.
 */
@NullMarked
package org.heed.server.safeguarding;

import org.jspecify.annotations.NullMarked;

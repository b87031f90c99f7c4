/**
 * Linkage: which records are of one person. A table of values held once, comparisons with levels of
 * agreement, weights learnt from the records themselves (Fellegi and Sunter's model by expectation
 * and maximisation over counts of agreement patterns), blocking passes that propose pairs, clusters
 * by the evidence of whole clusters, and the log of decisions by people. Start at {@link
 * org.heed.linkage.Linker}. No database and no framework.
 */
@NullMarked
package org.heed.linkage;

import org.jspecify.annotations.NullMarked;

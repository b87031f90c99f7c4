/**
 * What shows only when reports are put together: reports and whom and what they speak of as a graph
 * of two kinds of node, patterns in it, and how rare each is against the same reports shuffled. No
 * database and no framework, and no name, sex, ethnicity or postcode.
 */
@NullMarked
package org.heed.linkage.network;

import org.jspecify.annotations.NullMarked;

/**
 * Why a rate or a count changed: effects of each factor that add up to the whole change, with the
 * grouping of factors as part of the definition. Attribution by arithmetic, which licenses no claim
 * of cause.
 */
@NullMarked
package org.heed.figures.decompose;

import org.jspecify.annotations.NullMarked;

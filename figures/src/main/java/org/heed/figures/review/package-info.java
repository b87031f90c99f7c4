/**
 * What reading samples shows: how far two readers agree, and how much an unread remainder hides.
 */
@NullMarked
package org.heed.figures.review;

import org.jspecify.annotations.NullMarked;

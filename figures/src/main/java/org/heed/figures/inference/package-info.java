/**
 * What lies behind a change in flagged counts, as far as a blind review of random records can tell:
 * how many were missed and how many wrongly flagged in each period, and what the change is without
 * both. Resting on assumptions, it is never drawn together with the accounting split.
 */
@NullMarked
package org.heed.figures.inference;

import org.jspecify.annotations.NullMarked;

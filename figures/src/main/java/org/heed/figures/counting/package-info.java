/**
 * What the counting rules of a rulebook make of the offences that reports tell of: which crimes are
 * recorded, what each is made of and which rule decided it. Exact; asked of a few offences of one
 * report or of a whole record alike.
 */
@NullMarked
package org.heed.figures.counting;

import org.jspecify.annotations.NullMarked;

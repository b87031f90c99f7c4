/**
 * A release: counts that are frozen, hidden where they are small, and written as files that stay
 * the same to the byte: CSV described for CSV on the Web and as a Frictionless package, a
 * spreadsheet, and a page for a person.
 */
@NullMarked
package org.heed.figures.release;

import org.jspecify.annotations.NullMarked;

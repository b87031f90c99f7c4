/**
 * The commands that read text: {@code read}, {@code context} and {@code rulebook}. They need no
 * database and no Spring.
 */
@NullMarked
package org.heed.cli.reading;

import org.jspecify.annotations.NullMarked;

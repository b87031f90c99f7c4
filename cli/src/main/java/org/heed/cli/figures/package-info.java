/**
 * Commands about figures that need no database: {@code stats}, every statistical method on JSON,
 * one method a file.
 */
@NullMarked
package org.heed.cli.figures;

import org.jspecify.annotations.NullMarked;

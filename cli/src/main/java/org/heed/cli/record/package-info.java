/**
 * Commands that work on the record: they start the server or reach its database. They are the only
 * ones that touch the server's classes.
 */
@NullMarked
package org.heed.cli.record;

import org.jspecify.annotations.NullMarked;

/** The command {@code link}: records of one file or two, linked without a database. */
@NullMarked
package org.heed.cli.linking;

import org.jspecify.annotations.NullMarked;

/** The command that writes a simulated force to a folder. */
@NullMarked
package org.heed.cli.simulate;

import org.jspecify.annotations.NullMarked;

/** Tests of the command that simulates a force. */
@NullMarked
package org.heed.cli.simulate;

import org.jspecify.annotations.NullMarked;

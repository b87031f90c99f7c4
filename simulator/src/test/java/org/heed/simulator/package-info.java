/** Tests of the simulated force. */
@NullMarked
package org.heed.simulator;

import org.jspecify.annotations.NullMarked;

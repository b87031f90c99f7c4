/** The demonstration: a simulated force replayed through an injected clock, and its sign-ins. */
@NullMarked
package org.heed.server.demo;

import org.jspecify.annotations.NullMarked;

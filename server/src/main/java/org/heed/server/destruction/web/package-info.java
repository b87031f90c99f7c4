/** Pages of what is kept, for how long, and what two people have destroyed. */
@NullMarked
package org.heed.server.destruction.web;

import org.jspecify.annotations.NullMarked;

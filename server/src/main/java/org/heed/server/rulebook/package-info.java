/** Rulebooks as things that people own: how they are written, proposed, assured and adopted. */
@NullMarked
package org.heed.server.rulebook;

import org.jspecify.annotations.NullMarked;

/** Pages of the rulebook: what it says, a draft of what it might say, and who decides. */
@NullMarked
package org.heed.server.rulebook.web;

import org.jspecify.annotations.NullMarked;

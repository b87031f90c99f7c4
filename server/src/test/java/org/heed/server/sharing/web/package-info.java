/** What somebody chose to share, as it is kept meanwhile. */
@NullMarked
package org.heed.server.sharing.web;

import org.jspecify.annotations.NullMarked;

/** Everything known of one report, put together from the modules for a page. */
@NullMarked
package org.heed.server.dossier;

import org.jspecify.annotations.NullMarked;

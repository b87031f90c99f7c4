/** The pages that show figures, the published series beside them, and their files. */
@NullMarked
package org.heed.server.publication.web;

import org.jspecify.annotations.NullMarked;

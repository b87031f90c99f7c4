/** Pages of what is shared, for those who share and for those with whom it is shared. */
@NullMarked
package org.heed.server.sharing.web;

import org.jspecify.annotations.NullMarked;

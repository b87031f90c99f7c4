/** Pages of what leaves Heed on paper. */
@NullMarked
package org.heed.server.disclosure.web;

import org.jspecify.annotations.NullMarked;

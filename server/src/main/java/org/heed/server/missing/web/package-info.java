/** Pages of missing episodes. */
@NullMarked
package org.heed.server.missing.web;

import org.jspecify.annotations.NullMarked;

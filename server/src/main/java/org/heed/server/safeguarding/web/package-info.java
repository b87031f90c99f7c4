/** Pages of cases. */
@NullMarked
package org.heed.server.safeguarding.web;

import org.jspecify.annotations.NullMarked;

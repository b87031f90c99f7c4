/** Pages of notices and of how somebody is reached, and the calendar. */
@NullMarked
package org.heed.server.notice.web;

import org.jspecify.annotations.NullMarked;

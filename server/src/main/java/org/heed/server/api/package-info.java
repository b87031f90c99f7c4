/** The API as a whole: its routes, its description for programs, and repeated requests. */
@NullMarked
package org.heed.server.api;

import org.jspecify.annotations.NullMarked;

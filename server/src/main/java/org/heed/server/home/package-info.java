/** What a signed-in person has to do. */
@NullMarked
package org.heed.server.home;

import org.jspecify.annotations.NullMarked;

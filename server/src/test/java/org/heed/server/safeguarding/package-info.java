@NullMarked
package org.heed.server.safeguarding;

import org.jspecify.annotations.NullMarked;

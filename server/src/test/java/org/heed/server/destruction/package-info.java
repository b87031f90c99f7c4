@NullMarked
package org.heed.server.destruction;

import org.jspecify.annotations.NullMarked;

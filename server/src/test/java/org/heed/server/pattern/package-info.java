@NullMarked
package org.heed.server.pattern;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.server.archive;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.server.paper;

import org.jspecify.annotations.NullMarked;

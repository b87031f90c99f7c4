@NullMarked
package org.heed.server.disclosure;

import org.jspecify.annotations.NullMarked;

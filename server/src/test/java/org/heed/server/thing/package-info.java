@NullMarked
package org.heed.server.thing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.server.suspected;

import org.jspecify.annotations.NullMarked;

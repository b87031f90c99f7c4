@NullMarked
package org.heed.server.rereading;

import org.jspecify.annotations.NullMarked;

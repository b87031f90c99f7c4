@NullMarked
package org.heed.server.network;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.linkage.network;

import org.jspecify.annotations.NullMarked;

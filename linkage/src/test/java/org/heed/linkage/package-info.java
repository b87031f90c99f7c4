@NullMarked
package org.heed.linkage;

import org.jspecify.annotations.NullMarked;

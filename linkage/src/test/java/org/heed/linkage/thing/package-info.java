@NullMarked
package org.heed.linkage.thing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.linkage.decision;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heed.linkage.file;

import org.jspecify.annotations.NullMarked;

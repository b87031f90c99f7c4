@NullMarked
package org.heed.server.document;

import org.jspecify.annotations.NullMarked;

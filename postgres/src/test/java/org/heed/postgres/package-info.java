/** Tests of Heed's own PostgreSQL with real servers, installed and bundled. */
@NullMarked
package org.heed.postgres;

import org.jspecify.annotations.NullMarked;

/** Tests of the API, over HTTP, on PostgreSQL. */
@NullMarked
package org.heed.server.api;

import org.jspecify.annotations.NullMarked;

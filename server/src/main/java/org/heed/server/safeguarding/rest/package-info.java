/** Cases in the API. */
@NullMarked
package org.heed.server.safeguarding.rest;

import org.jspecify.annotations.NullMarked;

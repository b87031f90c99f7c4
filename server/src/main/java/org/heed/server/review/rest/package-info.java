/** Flag decisions for programs. */
@NullMarked
package org.heed.server.review.rest;

import org.jspecify.annotations.NullMarked;

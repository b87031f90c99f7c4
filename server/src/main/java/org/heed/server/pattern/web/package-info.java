/** Pages of patterns. */
@NullMarked
package org.heed.server.pattern.web;

import org.jspecify.annotations.NullMarked;

/** Pages of outcomes. */
@NullMarked
package org.heed.server.outcome.web;

import org.jspecify.annotations.NullMarked;

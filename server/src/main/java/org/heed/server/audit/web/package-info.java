/** The audit's pages. */
@NullMarked
package org.heed.server.audit.web;

import org.jspecify.annotations.NullMarked;

/** The audit's part of the API. */
@NullMarked
package org.heed.server.audit.rest;

import org.jspecify.annotations.NullMarked;

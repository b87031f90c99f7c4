/** Tokens for programs. */
@NullMarked
package org.heed.server.access.rest;

import org.jspecify.annotations.NullMarked;

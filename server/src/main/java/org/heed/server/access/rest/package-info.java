/** Tokens for programs, and refusals as problem documents. */
@NullMarked
package org.heed.server.access.rest;

import org.jspecify.annotations.NullMarked;

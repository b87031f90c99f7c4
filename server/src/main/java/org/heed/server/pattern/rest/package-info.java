/** Patterns for programs. */
@NullMarked
package org.heed.server.pattern.rest;

import org.jspecify.annotations.NullMarked;

/** Signing in and out in a browser, and the door in front of every endpoint. */
@NullMarked
package org.heed.server.access.web;

import org.jspecify.annotations.NullMarked;

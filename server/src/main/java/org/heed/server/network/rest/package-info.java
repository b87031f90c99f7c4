/** Networks for programs. */
@NullMarked
package org.heed.server.network.rest;

import org.jspecify.annotations.NullMarked;

/** The demonstration's force, loaded whole. */
@NullMarked
package org.heed.server.demo;

import org.jspecify.annotations.NullMarked;

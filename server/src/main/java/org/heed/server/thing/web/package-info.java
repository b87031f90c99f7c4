/** Pages of things. */
@NullMarked
package org.heed.server.thing.web;

import org.jspecify.annotations.NullMarked;

/** Things for programs. */
@NullMarked
package org.heed.server.thing.rest;

import org.jspecify.annotations.NullMarked;

/** Figures for programs. */
@NullMarked
package org.heed.server.publication.rest;

import org.jspecify.annotations.NullMarked;

/** Crimes for programs. */
@NullMarked
package org.heed.server.crime.rest;

import org.jspecify.annotations.NullMarked;

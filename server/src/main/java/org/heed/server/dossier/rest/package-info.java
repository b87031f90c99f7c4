/** A report with all that was made of it, for programs. */
@NullMarked
package org.heed.server.dossier.rest;

import org.jspecify.annotations.NullMarked;

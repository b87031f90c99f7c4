/** The page of one report. */
@NullMarked
package org.heed.server.dossier.web;

import org.jspecify.annotations.NullMarked;

/** The server: every sub-package is one module of the house; this one only puts them together. */
@NullMarked
package org.heed.server;

import org.jspecify.annotations.NullMarked;

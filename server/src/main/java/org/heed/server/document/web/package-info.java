/** Pages of documents. */
@NullMarked
package org.heed.server.document.web;

import org.jspecify.annotations.NullMarked;

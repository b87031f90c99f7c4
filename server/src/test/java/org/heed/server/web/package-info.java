/** Tests of the page kit, on a small application without a database. */
@NullMarked
package org.heed.server.web;

import org.jspecify.annotations.NullMarked;

/** Pages of networks. */
@NullMarked
package org.heed.server.network.web;

import org.jspecify.annotations.NullMarked;

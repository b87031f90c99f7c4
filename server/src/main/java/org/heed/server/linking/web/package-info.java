/** Pages of linking: proposals as work, and two people side by side. */
@NullMarked
package org.heed.server.linking.web;

import org.jspecify.annotations.NullMarked;

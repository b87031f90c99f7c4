@NullMarked
package org.heed.server.tellus.web;

import org.jspecify.annotations.NullMarked;

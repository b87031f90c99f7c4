/** Pages of recording audits. */
@NullMarked
package org.heed.server.recording.web;

import org.jspecify.annotations.NullMarked;

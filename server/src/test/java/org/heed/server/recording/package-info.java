/** Tests of recording audits. */
@NullMarked
package org.heed.server.recording;

import org.jspecify.annotations.NullMarked;

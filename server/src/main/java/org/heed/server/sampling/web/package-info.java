/** What the pages of inspections and of recording audits have in common. */
@NullMarked
package org.heed.server.sampling.web;

import org.jspecify.annotations.NullMarked;

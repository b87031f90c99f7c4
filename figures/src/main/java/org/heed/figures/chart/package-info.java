/**
 * Description: control charts of a series and funnels of areas, with exact limits and no league
 * table.
 */
@NullMarked
package org.heed.figures.chart;

import org.jspecify.annotations.NullMarked;

/**
 * What linkage reads from and writes to files: the mapping that says which column holds what,
 * records in CSV or Parquet, pairs and clusters in CSV, a model in JSON.
 */
@NullMarked
package org.heed.linkage.file;

import org.jspecify.annotations.NullMarked;

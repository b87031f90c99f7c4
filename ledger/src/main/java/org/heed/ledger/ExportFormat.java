package org.heed.ledger;

import java.nio.file.Path;

/** The names within an export; see {@code docs/ledger.md}. */
record ExportFormat(Path directory) {

  static final String NAME = "heed-ledger-export";
  static final long VERSION = 1;

  Path format() {
    return directory.resolve("format.json");
  }

  Path key() {
    return directory.resolve("key.pub");
  }

  Path entries() {
    return directory.resolve("entries.ndjson");
  }

  Path facts() {
    return directory.resolve("facts");
  }

  Path facts(FactTable table) {
    return facts().resolve(table.name() + ".ndjson");
  }

  Path destroyed() {
    return directory.resolve("destroyed.ndjson");
  }

  Path unplaced() {
    return directory.resolve("unplaced.ndjson");
  }

  Path leaves() {
    return directory.resolve("leaves.bin");
  }

  Path actors() {
    return directory.resolve("actors.ndjson");
  }

  Path settled() {
    return directory.resolve("settled.ndjson");
  }

  Path checkpoints() {
    return directory.resolve("checkpoints.ndjson");
  }

  Path checkpoint() {
    return directory.resolve("checkpoint");
  }
}

package org.heed.server.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what harms in a file. */
public interface Scanner {
  /** Whether there is one at all. */
  boolean isSet();

  /** Looks; a scanner that does not answer leaves the file waiting. */
  Found scan(byte[] content);

  /**
   * What it said.
   *
   * @param scanner the program with its signatures; null: there is none, or it did not answer
   * @param signature what was found
   */
  record Found(Scan outcome, @Nullable String scanner, @Nullable String signature) {}

  /** That nothing scans. */
  Scanner NONE =
      new Scanner() {
        @Override
        public boolean isSet() {
          return false;
        }

        @Override
        public Found scan(byte[] content) {
          return new Found(Scan.NOT_SCANNED, null, null);
        }
      };

  /** The one that whoever runs Heed named. */
  static Scanner of(Optional<DocumentSettings.Host> clamAv) {
    return clamAv.<Scanner>map(ClamAv::new).orElse(NONE);
  }
}

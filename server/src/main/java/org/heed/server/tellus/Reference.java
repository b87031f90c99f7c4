package org.heed.server.tellus;

/** The reference that a teller is given: ten letters and digits that cannot be guessed. */
final class Reference {
  /** Without those that look or sound like others. */
  private static final String LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ2346789";

  private Reference() {}

  /** From at least ten random bytes. */
  static String of(byte[] random) {
    StringBuilder made = new StringBuilder("TU");
    for (int i = 0; i < 10; i++) {
      made.append(i % 5 == 0 ? "-" : "");
      made.append(LETTERS.charAt(Math.floorMod(random[i], LETTERS.length())));
    }
    return made.toString();
  }
}

package org.heed.rulebook;

/**
 * The name of one exact rulebook: who issues it, which version, and the SHA-256 of its content in
 * lower-case hexadecimal. Written {@code england-wales/2026.1#3f9c…} with the hash's first sixteen
 * digits.
 */
public record RulebookId(String id, String version, String hash) {

  @Override
  public String toString() {
    return id + "/" + version + "#" + hash.substring(0, Math.min(16, hash.length()));
  }
}

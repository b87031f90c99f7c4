package org.heed.ledger;

import java.util.regex.Pattern;

/**
 * What a signature vouches for: that the log of this name had this root at this size (C2SP
 * tlog-checkpoint).
 *
 * @param origin the log's name, such as {@code norchester.example/heed}
 * @param size number of entries
 * @param root of their tree
 */
public record Checkpoint(String origin, long size, Digest root) {

  private static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,200}");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  public Checkpoint {
    checkName(origin);
    if (size < 0) {
      throw new IllegalArgumentException("a log cannot have " + size + " entries");
    }
  }

  /** Origin, size and root in base64, each on a line: what is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /** The checkpoint that a signed text states; lines beyond the third are refused. */
  static Checkpoint parse(String text) throws NoteException {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new NoteException("a checkpoint has three lines: origin, size and root");
    }
    if (!ORIGIN.matcher(lines[0]).matches()) {
      throw new NoteException("the checkpoint's first line is not the name of a log");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw new NoteException("the checkpoint's second line is not a size");
    }
    try {
      return new Checkpoint(lines[0], Long.parseLong(lines[1]), Digest.parseBase64(lines[2]));
    } catch (IllegalArgumentException e) {
      throw new NoteException("the checkpoint's third line is not a root in base64", e);
    }
  }

  /** The size that a note claims, without looking at its signature; the largest if none. */
  static long sizeOf(String note) {
    String[] lines = note.split("\n", 3);
    boolean number = lines.length == 3 && SIZE.matcher(lines[1]).matches();
    return number ? Long.parseLong(lines[1]) : Long.MAX_VALUE;
  }

  /** Refuses what cannot name a key or a log: blanks, {@code +}, anything but visible ASCII. */
  static void checkName(String name) {
    if (!ORIGIN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a log or key is visible ASCII without blanks or '+'");
    }
  }
}

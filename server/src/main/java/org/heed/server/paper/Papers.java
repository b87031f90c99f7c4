package org.heed.server.paper;

/** Sets papers. */
public final class Papers {
  private Papers() {}

  /** A paper as PDF. */
  public static byte[] pdf(Paper paper) {
    return PaperSetter.set(paper);
  }
}

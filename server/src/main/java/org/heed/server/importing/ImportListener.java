package org.heed.server.importing;

/** Is told how an import comes along. */
@FunctionalInterface
public interface ImportListener {
  /**
   * @param rows handled by now
   * @param share of the file that has been read, from 0 to 1; negative where it is not known
   */
  void at(long rows, double share);
}

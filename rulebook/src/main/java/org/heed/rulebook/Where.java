package org.heed.rulebook;

/** A place in a rulebook: the file's name within the folder, and the line, from 1. */
public record Where(String file, int line) implements Comparable<Where> {

  @Override
  public int compareTo(Where other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}

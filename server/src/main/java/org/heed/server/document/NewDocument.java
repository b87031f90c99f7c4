package org.heed.server.document;

/**
 * A file to be attached.
 *
 * @param says what it is
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record NewDocument(FileName name, String says, byte[] content) {
  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewDocument[" + content.length + "]";
  }
}

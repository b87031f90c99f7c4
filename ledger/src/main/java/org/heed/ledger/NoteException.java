package org.heed.ledger;

import java.io.Serial;

/** A signed note or key that is not what it should be; the message says why and names no secret. */
public final class NoteException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  NoteException(String message) {
    super(message);
  }

  NoteException(String message, Throwable cause) {
    super(message, cause);
  }
}

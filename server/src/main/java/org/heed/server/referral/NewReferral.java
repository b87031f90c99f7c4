package org.heed.server.referral;

import org.jspecify.annotations.Nullable;

/**
 * A referral to be written.
 *
 * @param recipient who is asked, in words
 * @param agency whose people sign in and see it once it is sent; null: nobody there signs in
 * @param concern why, for whoever reads it
 * @param basis what makes sharing lawful
 * @param agreed whether the child agrees to support, which is another thing
 * @param safeContact how to reach the child without putting them in danger
 * @param danger what is known to be dangerous
 */
public record NewReferral(
    Service service,
    String area,
    String recipient,
    @Nullable String agency,
    String concern,
    Basis basis,
    String basisReason,
    Agreement agreed,
    String safeContact,
    String danger) {
  /** The service only; the rest is personal. */
  @Override
  public String toString() {
    return "NewReferral[" + service + "]";
  }
}

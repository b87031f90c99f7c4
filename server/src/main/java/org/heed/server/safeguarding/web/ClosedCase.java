package org.heed.server.safeguarding.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.server.access.Refused;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.OwnAnswer;
import org.heed.server.web.Shell;
import org.springframework.stereotype.Component;

/** Asks for a reason on whatever page of a case somebody meets that it is restricted. */
@Component
final class ClosedCase implements OwnAnswer {
  private static final Pattern OF_A_CASE =
      Pattern.compile("/cases/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/.*)?");

  @Override
  public Optional<Html> page(Shell shell, String path, Exception fault) {
    if (!(fault instanceof Refused refused) || refused.code() != Refused.Code.RESTRICTED) {
      return Optional.empty();
    }
    Matcher found = OF_A_CASE.matcher(path);
    return found.matches()
        ? Optional.of(
            CaseRestrictionPages.closed(
                shell, UUID.fromString(found.group(1)), FormErrors.none(), 403))
        : Optional.empty();
  }
}

package org.heed.server.dossier.web;

import java.util.List;
import java.util.Optional;
import org.heed.server.dossier.Dossier;
import org.heed.server.recognition.StoredReading;
import org.heed.server.recognition.StoredReading.StoredPrompt;
import org.heed.server.web.Words;

/**
 * What a re-read asks of somebody.
 *
 * @param reason which re-read
 * @param owner whose it is, and by when
 * @param prompts why, by the rulebook it was read by
 */
public record NewlyPrompted(String reason, String owner, List<StoredPrompt> prompts) {
  public NewlyPrompted {
    prompts = List.copyOf(prompts);
  }

  static Optional<NewlyPrompted> of(Dossier dossier) {
    return dossier
        .triage()
        .map(open ->
            new NewlyPrompted(
                open.reason(),
                (open.owner().isPresent()
                        ? "For " + open.ownerName()
                        : "For whoever reviews first, because nobody supervises the area")
                    + ", by "
                    + Words.dateTime(open.dueAt())
                    + ".",
                dossier.reread().map(StoredReading::prompts).orElse(List.of())));
  }
}

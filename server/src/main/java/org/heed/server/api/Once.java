package org.heed.server.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.store.Acts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes that happen once however often they are sent (after the IETF draft
 * httpapi-idempotency-key-header). The key, the change and its answer are one transaction: whatever
 * ends a request half-way leaves all of them or none. A request that was refused keeps no key. Two
 * requests with one key at once: the second waits for the first and gets its answer.
 */
@Service
public class Once {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int WRITES_BETWEEN_CLEARING = 256;

  private final Acts acts;
  private final KeptAnswers answers;
  private final Clock clock;
  private final JsonMapper json;
  private final AtomicLong writes = new AtomicLong();

  Once(Acts acts, KeptAnswers answers, Clock clock, JsonMapper json) {
    this.acts = acts;
    this.answers = answers;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Does the work, or gives the answer it came to before.
   *
   * @param body what was sent
   * @param type of the answer, which is kept and must hold nothing personal
   * @param respond makes the response from the answer
   * @throws Refused when the key was used for another request
   */
  public <T> ResponseEntity<T> write(
      Caller caller,
      Repeat repeat,
      Object body,
      Class<T> type,
      Supplier<T> work,
      Function<T, ResponseEntity<T>> respond) {
    String key = repeat.key();
    if (key == null) {
      return respond.apply(work.get());
    }
    Digest request = hash(caller, repeat, body);
    Supplier<ResponseEntity<T>> attempt =
        () -> acts.plain(caller, () -> once(caller, key, request, type, work, respond));
    try {
      return attempt.get();
    } catch (DuplicateKeyException raced) {
      // Someone changed the same thing meanwhile, under another key: now the work sees that.
      return attempt.get();
    }
  }

  private <T> ResponseEntity<T> once(
      Caller caller,
      String key,
      Digest request,
      Class<T> type,
      Supplier<T> work,
      Function<T, ResponseEntity<T>> respond) {
    Instant now = clock.instant();
    Instant oldest = now.minus(KEPT);
    if (!answers.take(caller.account(), key, request, now, oldest)) {
      return replay(answers.get(caller.account(), key), request, type, respond);
    }
    if (writes.getAndIncrement() % WRITES_BETWEEN_CLEARING == 0) {
      answers.forget(oldest);
    }
    ResponseEntity<T> response = respond.apply(work.get());
    answers.keep(
        caller.account(),
        key,
        response.getStatusCode().value(),
        json.writeValueAsString(response.getBody()));
    return response;
  }

  private <T> ResponseEntity<T> replay(
      KeptAnswers.Kept kept,
      Digest request,
      Class<T> type,
      Function<T, ResponseEntity<T>> respond) {
    if (!kept.request().equals(request)) {
      throw new Refused(
          Refused.Code.INVALID,
          "This Idempotency-Key was used for another request: use a new key for each change.");
    }
    ResponseEntity<T> before = respond.apply(json.readValue(kept.body(), type));
    return ResponseEntity.status(before.getStatusCode())
        .headers(before.getHeaders())
        .header(Repeat.REPLAYED, "true")
        .body(before.getBody());
  }

  private Digest hash(Caller caller, Repeat repeat, Object body) {
    String before = caller.account() + "\n" + repeat.key() + "\n" + repeat.line() + "\n";
    return Digest.sha256(before.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(body));
  }
}

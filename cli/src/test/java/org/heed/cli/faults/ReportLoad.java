package org.heed.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.server.OpenRecord;
import org.heed.server.access.Right;
import org.heed.testkit.Await;

/**
 * Client threads that record reports through the API, each the next number, and remember which were
 * acknowledged and how else they were answered.
 */
final class ReportLoad implements AutoCloseable {
  static final String SOURCE = "norchester-intake";

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> otherAnswers = new ConcurrentHashMap<>();
  private final List<String> strange = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();
  private final String token;
  private volatile int port;

  private ReportLoad(int threads, int port, String token) {
    this.port = port;
    this.token = token;
    for (int i = 0; i < threads; i++) {
      this.threads.add(Thread.ofPlatform().daemon().start(this::send));
    }
  }

  /** Begins to send to the Heed that runs on a folder. */
  static ReportLoad of(Path data, HeedProcess heed, int threads) {
    int port = heed.port();
    return new ReportLoad(threads, port, token(data));
  }

  /** A bearer token of a program that may record. */
  private static String token(Path data) {
    Path rulebook = Path.of("..", "rulebooks", "england-wales").toAbsolutePath().normalize();
    try (OpenRecord record = OpenRecord.open(data, null, rulebook)) {
      return record
          .service("norchester-intake", "Intake", EnumSet.of(Right.RECORD))
          .token()
          .secret();
    }
  }

  /** Where the server listens since it was started anew. */
  void movedTo(int newPort) {
    port = newPort;
  }

  /** Waits until so many more reports are acknowledged. */
  void awaitMore(int reports) {
    int until = acknowledged.size() + reports;
    Await.until(
        () -> acknowledged.size() >= until, until + " acknowledged reports", Duration.ofMinutes(3));
  }

  /** Reference and identifier of every report that was acknowledged by now. */
  Map<String, UUID> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /** Answers that were neither an acknowledgement nor a refusal in plain words with status 503. */
  List<String> strange() {
    return List.copyOf(strange);
  }

  /** How often a status other than an acknowledgement was answered. */
  int answered(int status) {
    AtomicInteger count = otherAnswers.get(status);
    return count == null ? 0 : count.get();
  }

  private void send() {
    while (running.get()) {
      String reference = String.format(Locale.ROOT, "R%06d", next.incrementAndGet());
      // A client that got no answer sends the same again, and must not record it twice.
      while (running.get() && !sent(reference)) {
        Thread.onSpinWait();
      }
    }
  }

  private boolean sent(String reference) {
    String body =
        String.format(
            Locale.ROOT,
            """
            {"source":"%s","reference":"%s","kind":"referral","area":"AV",
             "narrative":"Missing overnight again. Found at a hotel with an older male who had \
            bought her a phone. Note %s.",
             "people":[{"role":"victim","given_name":"Ada","family_name":"Marlow","age":14}]}\
            """,
            SOURCE,
            reference,
            reference);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/reports"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return understood(reference, answer);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.set(false);
      return false;
    }
  }

  private boolean understood(String reference, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200 || status == 201) {
      Matcher id = ID.matcher(answer.body());
      if (id.find()) {
        acknowledged.put(reference, UUID.fromString(id.group(1)));
        return true;
      }
    }
    otherAnswers.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
    boolean plain = status == 503 && answer.body().contains("\"detail\":\"The database");
    if (!plain) {
      strange.add(status + " " + answer.body());
    }
    return false;
  }

  /** Sends no more, and waits for the answers that are under way. */
  void stop() {
    running.set(false);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}

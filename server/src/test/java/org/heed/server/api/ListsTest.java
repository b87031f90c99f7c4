package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.server.access.Right;
import org.heed.server.api.ApiFixture.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists walked page by page while others write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
  private ApiFixture api;
  private String officer;

  @BeforeAll
  void start() {
    api = ApiFixture.start();
    officer = api.someone(Right.RECORD, Right.READ, Right.AUDIT);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private Answer get(String path) {
    api.clock().pass(Duration.ofMillis(1));
    return api.get(officer, path);
  }

  private String record(String reference) {
    api.clock().pass(Duration.ofMillis(1));
    Answer made =
        api.post(officer, "/api/v1/reports", ApiFixture.report(reference, "Missing overnight."));
    assertThat(made.status()).isEqualTo(201);
    return made.text("id");
  }

  @Test
  void walk_showsWhatWasThereOnce_whateverComesInMeanwhile() {
    Set<String> there = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      there.add(record("walk-" + i));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Answer page = get("/api/v1/reports?reference=walk-&limit=2&cursor=" + cursor);
      page.body().path("reports").forEach(row -> seen.add(row.path("id").asString()));
      cursor = page.body().path("next").asString("");
      assertThat(page.header("Link").isEmpty()).isEqualTo(cursor.isEmpty());
      pages++;
      record("walk-new-" + pages);
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void cursorThatIsNotOfThisList_is400() {
    record("cursor-1");
    record("cursor-2");
    String list = "/api/v1/reports?reference=cursor-&limit=1&cursor=";
    String next = get(list).text("next");
    char other = next.charAt(3) == 'A' ? 'B' : 'A';
    String changed = next.substring(0, 3) + other + next.substring(4);
    for (String wrong : List.of("x", "%21%21", changed, next + "AAAA", next.substring(4))) {
      Answer answer = get(list + wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("CURSOR_INVALID");
    }
    assertThat(get(list.replace("cursor-&", "walk-&") + next).status()).isEqualTo(400);
    assertThat(get("/api/v1/audit/entries?cursor=" + next).status()).isEqualTo(400);
    assertThat(get(list + next).status()).isEqualTo(200);
  }

  @Test
  void ledgerWalk_repeatsNothing() {
    record("audit-1");
    record("audit-2");
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int pages = 0; pages < 3; pages++) {
      Answer page = get("/api/v1/audit/entries?limit=2&cursor=" + cursor);
      assertThat(page.status()).isEqualTo(200);
      page.body().path("entries").forEach(row -> seen.add(row.path("id").asString()));
      cursor = page.body().path("next").asString("");
    }
    assertThat(seen).doesNotHaveDuplicates();
  }
}

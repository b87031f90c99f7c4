package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.heed.server.access.Right;
import org.heed.server.api.ApiFixture.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Readings of the record are read again, and what was changed in the database is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final String TELLING =
      "Missing from her placement overnight. Mother denies that she was groomed by an older man.";

  private ApiFixture api;
  private String officer;

  @BeforeAll
  void start() {
    api = ApiFixture.start();
    officer = api.someone(Right.RECORD, Right.READ);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private Answer replayed(String report) {
    return api.get(officer, "/api/v1/reports/" + report + "/reading/replay");
  }

  @Test
  void reading_comesOutTheSame_untilSomebodyChangesIt() {
    String report =
        api.post(officer, "/api/v1/reports", ApiFixture.report("replay-1", TELLING)).text("id");
    Answer opened = api.get(officer, "/api/v1/reports/" + report);
    assertThat(opened.body().path("reading").path("findings").toString())
        .contains("\"kind\":\"negated\",\"scope\":\"before\"");

    Answer same = replayed(report);
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.body().path("same").asBoolean()).isTrue();
    assertThat(same.body().path("differs")).isEmpty();
    assertThat(same.text("rulebook")).startsWith("england-wales/");

    api.asOwner("update record.finding set context = context # 1 where number = 1");
    api.asOwner("update record.finding set cues = replace(cues, ':before', ':heading')");
    Answer changed = replayed(report);
    assertThat(changed.body().path("same").asBoolean()).isFalse();
    assertThat(changed.body().path("differs").toString())
        .contains("finding 1 was ", "denied", " heading", " and is ")
        .doesNotContain("placement");

    api.asOwner("update record.reading set rulebook = 'england-wales/2020.1#0000000000000000'");
    assertThat(replayed(report).body().path("same").isNull()).isTrue();
  }

  @Test
  void reportThatIsNotThere_is404() {
    assertThat(replayed(api.newId().toString()).status()).isEqualTo(404);
  }
}

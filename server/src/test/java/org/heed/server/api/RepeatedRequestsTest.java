package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heed.server.access.Right;
import org.heed.server.api.ApiFixture.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A request that is sent again, by a program that got no answer, changes nothing again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedRequestsTest {
  private static final String FLAG =
      """
      {"decision": "yes", "elements": {"exchange": "present"},
       "reason": "Given a phone by an older adult, and afraid of him."}
      """;

  private ApiFixture api;
  private String officer;

  @BeforeAll
  void start() {
    api = ApiFixture.start();
    officer =
        api.someone(
            Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE, Right.RESTRICT);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private String reported(String reference) {
    Answer made =
        api.post(
            officer,
            "/api/v1/reports",
            ApiFixture.report(reference, "Missing since Friday evening."));
    assertThat(made.status()).isEqualTo(201);
    return made.text("id");
  }

  private long flags(String report) {
    return api.count("select count(*) from record.flag where report = '" + report + "'");
  }

  private long entries() {
    return api.count("select count(*) from ledger.entry");
  }

  @Test
  void sameKeySameBody_isAnsweredAgainWithoutASecondWrite() {
    String report = reported("repeat-1");
    String key = api.key();
    Answer first = api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    long before = entries();
    Answer again = api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.http().body()).isEqualTo(first.http().body());
    assertThat(first.header(Repeat.REPLAYED)).isEmpty();
    assertThat(again.header(Repeat.REPLAYED)).isEqualTo("true");
    assertThat(flags(report)).isEqualTo(1);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void repeatedReport_isStill201AtTheSamePlace() {
    String key = api.key();
    String body = ApiFixture.report("repeat-2", "Seen at a hotel with an older adult.");
    Answer first = api.post(officer, "/api/v1/reports", body, key);
    Answer again = api.post(officer, "/api/v1/reports", body, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(again.http().body()).isEqualTo(first.http().body());
  }

  @Test
  void sameKeyOtherBodyOrOtherAddress_isRefused() {
    String report = reported("repeat-3");
    String other = reported("repeat-4");
    String key = api.key();
    api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    Answer body =
        api.post(
            officer, "/api/v1/reports/" + report + "/flags", FLAG.replace("phone", "coat"), key);
    Answer address = api.post(officer, "/api/v1/reports/" + other + "/flags", FLAG, key);
    assertThat(body.status()).isEqualTo(422);
    assertThat(address.status()).isEqualTo(422);
    assertThat(flags(report)).isEqualTo(1);
    assertThat(flags(other)).isZero();
  }

  @Test
  void oneKeyOfTwoAccounts_isTwoKeys() {
    String report = reported("repeat-5");
    String colleague = api.someone(Right.READ, Right.REVIEW);
    String key = api.key();
    api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    Answer theirs = api.post(colleague, "/api/v1/reports/" + report + "/flags", FLAG, key);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.header(Repeat.REPLAYED)).isEmpty();
    assertThat(flags(report)).isEqualTo(2);
  }

  @Test
  void writeThatWouldHappenTwice_needsAKey() {
    String report = reported("repeat-6");
    Answer without = api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG);
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text("code")).isEqualTo("KEY_MISSING");
    assertThat(flags(report)).isZero();
  }

  @Test
  void refusedRequest_keepsNoKey_soThatItCanBeMended() {
    String report = reported("repeat-7");
    String key = api.key();
    Answer refused =
        api.post(officer, "/api/v1/reports/" + report + "/flags", "{\"decision\": \"yes\"}", key);
    Answer mended = api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(mended.status()).isEqualTo(201);
  }

  @Test
  void twelveAtOnce_areOneWriteAndTwelveSameAnswers() throws Exception {
    String report = reported("repeat-8");
    String key = api.key();
    List<Answer> answers =
        atOnce(12, () -> api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(answer -> answer.http().body()).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header(Repeat.REPLAYED).isEmpty()))
        .hasSize(1);
    assertThat(flags(report)).isEqualTo(1);
  }

  @Test
  void manyDecisionsAtOnceUnderTheirOwnKeys_areRefusedOrKept_neverHalf() throws Exception {
    String report = reported("repeat-9");
    List<Answer> answers =
        atOnce(6, () -> api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, api.key()));
    long kept = answers.stream().filter(answer -> answer.status() == 201).count();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
    assertThat(flags(report)).isEqualTo(kept).isPositive();
  }

  @Test
  void oneReportUnderManyKeysAtOnce_isOneReport() throws Exception {
    String body = ApiFixture.report("repeat-10", "Missing from her placement overnight.");
    List<Answer> answers = atOnce(8, () -> api.post(officer, "/api/v1/reports", body, api.key()));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
    assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(api.count("select count(*) from record.report where reference = 'repeat-10'"))
        .isEqualTo(1);
  }

  /** The connection is cut while the write waits, as by a crash: neither key nor write stays. */
  @Test
  void writeCutOffBeforeItsEnd_leavesNeitherKeyNorWrite_andTheRepeatDoesIt() throws Exception {
    String report = reported("repeat-11");
    String key = api.key();
    String path = "/api/v1/reports/" + report + "/flags";
    Answer cut;
    try (Connection owner = api.owner();
        Statement hold = owner.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      owner.setAutoCommit(false);
      hold.execute("lock table ledger.salt in access exclusive mode");
      Future<Answer> waiting = threads.submit(() -> api.post(officer, path, FLAG, key));
      String waiters =
          "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'heed_app'";
      while (api.count(waiters) == 0) {
        Thread.onSpinWait();
      }
      api.count(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where wait_event_type = 'Lock' and usename = 'heed_app'");
      owner.rollback();
      cut = waiting.get();
    }
    assertThat(cut.status()).isEqualTo(503);
    assertThat(flags(report)).isZero();
    assertThat(api.count("select count(*) from work.idempotency where key = '" + key + "'"))
        .isZero();
    Answer again = api.post(officer, path, FLAG, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(flags(report)).isEqualTo(1);
  }

  @Test
  void keyOfYesterday_isFreeAgain() {
    String report = reported("repeat-12");
    String key = api.key();
    api.post(officer, "/api/v1/reports/" + report + "/flags", FLAG, key);
    api.asOwner(
        "update work.idempotency set at = at - interval '25 hours' where key = '" + key + "'");
    Answer later =
        api.post(
            officer, "/api/v1/reports/" + report + "/flags", FLAG.replace("phone", "coat"), key);
    assertThat(later.status()).isEqualTo(201);
    assertThat(flags(report)).isEqualTo(2);
    assertThat(Once.KEPT).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void keptAnswers_holdNothingPersonal() {
    String key = api.key();
    api.post(
        officer,
        "/api/v1/people",
        "{\"given_name\": \"Ada\", \"family_name\": \"Marlow\", \"reason\": \"Named in a report.\"}",
        key);
    assertThat(
            api.count(
                "select count(*) from work.idempotency where body ilike '%ada%' or body ilike '%marlow%'"))
        .isZero();
    assertThat(api.count("select count(*) from work.idempotency where key = '" + key + "'"))
        .isEqualTo(1);
  }

  private static List<Answer> atOnce(int times, Callable<Answer> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}

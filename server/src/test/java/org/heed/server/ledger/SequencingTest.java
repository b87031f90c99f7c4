package org.heed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.heed.ledger.Verifier;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many write at once, two settle at once, some transactions stay open long. */
class SequencingTest {
  private static final int WRITERS = 6;
  private static final int ENTRIES_EACH = 60;

  @RegisterExtension final Seeded seeded = new Seeded();
  private ServerFixture server;
  private Caller reader;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    reader = server.someone(Right.READ);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void look() {
    server.acts().look(reader, "report.opened", "test", () -> Acts.Seen.one("", new UUID(0, 1)));
  }

  private static long positionAt(Connection owner, Instant moment) throws SQLException {
    try (PreparedStatement query = owner.prepareStatement("select ledger.position_at(?)")) {
      query.setObject(1, moment.atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Optional<Instant> horizon(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select max(settled_at) from ledger.batch")) {
      row.next();
      return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    }
  }

  @Test
  void manyWritersAndTwoSequencers_loseNoEntryAndPlaceNoneTwice() throws Exception {
    Sequencer other = new Sequencer(server.databases().ledger(), server.clock(), server.key());
    AtomicInteger writing = new AtomicInteger(WRITERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        all.add(
            threads.submit(() -> {
              for (int n = 0; n < ENTRIES_EACH; n++) {
                look();
              }
              writing.decrementAndGet();
            }));
      }
      for (Sequencer sequencer : List.of(server.sequencer(), other)) {
        all.add(
            threads.submit(() -> {
              while (writing.get() > 0) {
                sequencer.settle();
              }
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get(2, TimeUnit.MINUTES);
      }
    }
    other.settle();
    server.sequencer().settle();
    long entries = WRITERS * ENTRIES_EACH;
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(entries);
    assertThat(server.count("select count(distinct entry) from ledger.leaf")).isEqualTo(entries);
    assertThat(server.count("select min(position) from ledger.leaf")).isZero();
    assertThat(server.count("select max(position) from ledger.leaf")).isEqualTo(entries - 1);
    assertThat(server.count("select count(*) from ledger.batch"))
        .isEqualTo(server.count("select count(*) from ledger.checkpoint"));
    try (LedgerSource source = LedgerSource.open(server.address(), _ -> {})) {
      assertThat(new Verifier(server.key().verifyKey()).verify(source, null).lines())
          .singleElement()
          .asString()
          .startsWith("ok " + entries + " entries");
    }
  }

  @Test
  void openTransaction_holdsBackWhatCameAfterIt_andIsPlacedWhenItCommits() throws SQLException {
    look();
    assertThat(server.sequencer().settle()).isEqualTo(1);
    try (Connection slow = server.owner();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          """
          insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
          values (gen_random_uuid(), 'report.recorded', gen_random_uuid(), now(), 0,
            sha256('none'), '{}')\
          """);
      look();
      look();
      assertThat(server.sequencer().settle()).isZero();
      slow.commit();
    }
    assertThat(server.sequencer().settle()).isEqualTo(3);
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(4);
  }

  @Test
  void asKnownBeforeTheNewestBatch_neverChanges_evenWhenTheClockIsSetBack() throws SQLException {
    RandomGenerator random = seeded.random();
    Map<Instant, Long> answers = new HashMap<>();
    try (Connection owner = server.owner()) {
      for (int round = 0; round < 60; round++) {
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
          look();
        }
        long passed = random.nextInt(5) == 0 ? -random.nextInt(9_000) : random.nextInt(5_000);
        server.clock().pass(Duration.ofMillis(passed));
        server.sequencer().settle();
        for (Map.Entry<Instant, Long> answer : answers.entrySet()) {
          assertThat(positionAt(owner, answer.getKey()))
              .as("as known at %s", answer.getKey())
              .isEqualTo(answer.getValue());
        }
        Optional<Instant> horizon = horizon(owner);
        if (horizon.isPresent()) {
          Instant asked = horizon.get().minusMillis(1 + random.nextInt(20_000));
          answers.put(asked, positionAt(owner, asked));
        }
      }
    }
    assertThat(answers).hasSizeGreaterThan(20);
  }
}

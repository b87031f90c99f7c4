package org.heed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;

/**
 * Single reports posted to the API at a steady rate, each answered once it is durable, against the
 * same rows committed by plain JDBC at the same rate on the same machine.
 */
final class RecordBench {
  private static final long MOST_NANOS = 100_000_000;
  private static final int CONNECTIONS = 64;
  private static final int PEER_CONNECTIONS = 16;

  private final Settings settings;

  RecordBench(Settings settings) {
    this.settings = settings;
  }

  /** What it came to, with the database's version. */
  record Result(List<Line> lines, String postgres) {}

  Result run() throws Exception {
    Path folder = HeedProgram.scratch();
    try {
      return run(folder);
    } finally {
      Folders.remove(folder);
    }
  }

  private Result run(Path folder) throws Exception {
    int warm = settings.rate() * settings.warmUp();
    int count = settings.rate() * settings.seconds();
    List<byte[]> bodies = ReportBodies.of(warm + count);
    Path data = folder.resolve("data");
    Result result;
    try (Server server = settings.heed().serve(folder, "serve", "--data", data.toString())) {
      DatabaseAddress address = OwnPostgres.attach(data).withDatabase("heed");
      String token = token(data);
      settings.say("recording for " + settings.warmUp() + " s before it counts");
      send(server, token, bodies.subList(0, warm));
      settings.say("recording " + settings.rate() + " a second for " + settings.seconds() + " s");
      Sent sent = send(server, token, bodies.subList(warm, warm + count));
      try (Connection owner = address.connect()) {
        List<UUID> entries = entries(owner, sent.ids());
        settings.say("the same rows by plain JDBC");
        CommitPeer peer = new CommitPeer(address);
        peer.take(owner, entries);
        Spent before = server.spent();
        Latencies latencies = peer.run(entries, settings.rate(), PEER_CONNECTIONS);
        Plain plain = new Plain(latencies, server.spent().since(before));
        RecordTables.dropPeers(owner);
        result = new Result(lines(sent, entries.size(), plain), RecordTables.version(owner));
      }
    }
    settings.say("verifying the ledger");
    settings.say(settings.heed().run(folder, "verify", "--data", data.toString()).strip());
    return result;
  }

  private String token(Path data) {
    try (OpenRecord record = OpenRecord.open(data, null, settings.heed().rulebook())) {
      Set<Right> rights = EnumSet.of(Right.RECORD, Right.READ);
      Caller caller = record.service("heed-bench", "Bench", rights);
      return caller.token().secret();
    }
  }

  /** Reports acknowledged, how long each took, and what all of them cost. */
  private record Sent(List<UUID> ids, Latencies latencies, Spent spent) {}

  /** The same rows by plain JDBC: how long each report's took, and what all of them cost. */
  private record Plain(Latencies latencies, Spent spent) {}

  private Sent send(Server server, String token, List<byte[]> bodies) throws Exception {
    List<UUID> ids = Collections.synchronizedList(new ArrayList<>(bodies.size()));
    Spent before = server.spent();
    if (bodies.isEmpty()) {
      return new Sent(ids, new Latencies(new long[1]), before.since(before));
    }
    Latencies latencies =
        new OpenLoop(bodies.size(), settings.rate(), CONNECTIONS)
            .run(() -> new Poster(server.port(), token, bodies, ids));
    return new Sent(ids, latencies, server.spent().since(before));
  }

  /** Posts over one connection. */
  private record Poster(HttpLine line, List<byte[]> bodies, List<UUID> ids)
      implements OpenLoop.Sender {
    Poster(int port, String token, List<byte[]> bodies, List<UUID> ids) throws IOException {
      this(new HttpLine(port, "/api/v1/reports", token), bodies, ids);
    }

    @Override
    public void send(int i) throws IOException {
      HttpLine.Answer answer = line.post(bodies.get(i));
      if (answer.status() != 201) {
        throw new BenchFailure("answered with " + answer.status() + ": " + answer.body());
      }
      int at = answer.body().indexOf("\"id\":\"") + 6;
      ids.add(UUID.fromString(answer.body().substring(at, at + 36)));
    }

    @Override
    public void close() throws IOException {
      line.close();
    }
  }

  private List<Line> lines(Sent sent, int found, Plain plain) {
    long p99 = sent.latencies().percentile(99);
    int count = settings.rate() * settings.seconds();
    boolean none = found == count && sent.ids().size() == count;
    return List.of(
        new Line(
            String.format(
                Locale.ROOT, "recording %d/s for %d s", settings.rate(), settings.seconds()),
            "p99 under " + MOST_NANOS / 1_000_000 + " ms, none lost",
            sent.latencies().words() + "; " + Table.count(count - found) + " lost",
            "plain JDBC: " + plain.latencies().words(),
            Table.times(p99, plain.latencies().percentile(99)) + " times at p99",
            p99 < MOST_NANOS && none),
        new Line(
            "processor time for one of them",
            "",
            sent.spent().words(count, "server"),
            "plain JDBC: " + plain.spent().words(count, "server"),
            "",
            true));
  }

  /** The entries of those reports that are there whole: with narrative, reading, entry and salt. */
  private static List<UUID> entries(Connection owner, List<UUID> ids) throws SQLException {
    List<UUID> entries = new ArrayList<>();
    try (PreparedStatement query =
        owner.prepareStatement(
            """
            select r.entry from record.report r
              join record.narrative n on n.entry = r.entry
              join record.reading g on g.entry = r.entry
              join ledger.entry e on e.id = r.entry
              join ledger.salt s on s.entry = r.entry
            where r.id = any (?) order by r.entry\
            """)) {
      query.setArray(1, owner.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(row.getObject(1, UUID.class));
        }
      }
    }
    return entries;
  }
}

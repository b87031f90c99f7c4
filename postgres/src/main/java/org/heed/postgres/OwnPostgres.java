package org.heed.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * Heed's own PostgreSQL server, running in a data folder that it holds alone. It is stopped when
 * this object is closed or the JVM ends in any way, and started again, on the same port, when it
 * dies by itself.
 */
public final class OwnPostgres implements AutoCloseable {
  /** The superuser's name; the application connects as roles that it makes with it. */
  public static final String SUPERUSER = "heed_superuser";

  private static final int PORT_TRIES = 20;
  private static final int TRIES_BEFORE_TELLING = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final FolderLock lock;
  private final ServerRun run;
  private final DatabaseAddress address;
  private final PostgresOptions options;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Object swap = new Object();
  private final Thread supervisor;
  private Watchdog watchdog;

  private OwnPostgres(
      FolderLock lock,
      ServerRun run,
      DatabaseAddress address,
      PostgresOptions options,
      Watchdog watchdog) {
    this.lock = lock;
    this.run = run;
    this.address = address;
    this.options = options;
    this.watchdog = watchdog;
    this.supervisor = Thread.ofPlatform().daemon().name("heed-postgres").unstarted(this::supervise);
  }

  /**
   * Starts the server, making its cluster first where there is none, and ending one that an earlier
   * Heed left behind.
   *
   * @throws PostgresFailure with what is wrong and its cure
   */
  public static OwnPostgres start(Path data, PostgresOptions options) {
    DataFolder folder = new DataFolder(data);
    folder.make();
    FolderLock lock = FolderLock.take(folder);
    try {
      folder.makeParts();
      ServerRun run = ServerRun.prepare(folder, options);
      OwnPostgres started = startOnFreePort(lock, run, options);
      started.supervisor.start();
      return started;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static OwnPostgres startOnFreePort(
      FolderLock lock, ServerRun run, PostgresOptions options) {
    PostgresFailure taken = null;
    int tries = options.port() == 0 ? PORT_TRIES : 1;
    for (int i = 0; i < tries; i++) {
      int port = options.port() == 0 ? freePort() : options.port();
      Watchdog watchdog = run.launch(port);
      try {
        run.awaitReady(watchdog, port);
        DatabaseAddress address = run.address(port);
        run.check(address);
        return new OwnPostgres(lock, run, address, options, watchdog);
      } catch (PostgresFailure e) {
        watchdog.stop();
        run.endAll(true);
        if (e.kind() != Kind.PORT_TAKEN) {
          throw e;
        }
        taken = e;
      }
    }
    if (options.port() != 0 || taken == null) {
      throw new PostgresFailure(
          Kind.PORT_TAKEN,
          "Port "
              + options.port()
              + " is taken by another program: choose another, or leave the choice to Heed.",
          taken);
    }
    throw taken;
  }

  /**
   * The superuser's address of the server that another Heed, or this one, runs in this folder.
   *
   * @throws PostgresFailure when none does
   */
  public static DatabaseAddress attach(Path data) {
    DataFolder folder = new DataFolder(data);
    if (FolderLock.isHeld(folder)) {
      Waiting.until(
          Duration.ofSeconds(30), () -> serverIn(folder).isPresent() || !FolderLock.isHeld(folder));
      Optional<PostmasterFile> server = serverIn(folder);
      if (server.isPresent()) {
        return addressOf(folder, server.get().port());
      }
    }
    throw new PostgresFailure(
        Kind.NOT_RUNNING,
        "No Heed is running on the data folder "
            + folder.root()
            + ": start it with ./heed serve, or give a server with --database.");
  }

  private static Optional<PostmasterFile> serverIn(DataFolder folder) {
    return PostmasterFile.read(folder.cluster()).filter(PostmasterFile::ready);
  }

  static DatabaseAddress addressOf(DataFolder folder, int port) {
    String password =
        Secrets.in(folder.root())
            .find(SUPERUSER)
            .orElseThrow(() ->
                new PostgresFailure(
                    Kind.FOLDER_UNUSABLE,
                    "The password file "
                        + Secrets.in(folder.root()).file(SUPERUSER)
                        + " is missing: restore it from the backup of the data folder."));
    return new DatabaseAddress(
        "127.0.0.1", port, "postgres", SUPERUSER, password, Map.of("sslmode", "disable"));
  }

  private void supervise() {
    try {
      while (true) {
        int status = current().awaitEnd();
        if (closing.getCount() == 0) {
          return;
        }
        tell("PostgreSQL ended by itself (status " + status + "): Heed is starting it again.");
        if (!restart()) {
          return;
        }
        tell("PostgreSQL is running again; no acknowledged record is lost.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String sentence) {
    try {
      options.notices().accept(sentence);
    } catch (RuntimeException e) {
      // A listener's fault must not leave the server without its supervisor.
    }
  }

  private Watchdog current() {
    synchronized (swap) {
      return watchdog;
    }
  }

  /**
   * Tries until the server runs, however long that takes: a disk that was full is freed some day.
   *
   * @return false when this object is being closed
   */
  private boolean restart() throws InterruptedException {
    for (int i = 0; ; i++) {
      long pause = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(i, 10));
      if (i > 0 && closing.await(pause, TimeUnit.MILLISECONDS)) {
        return false;
      }
      try {
        // Its children end when they notice; they must, before a new server may start.
        run.endAll(false);
        Watchdog next;
        synchronized (swap) {
          if (closing.getCount() == 0) {
            return false;
          }
          watchdog.stop();
          next = run.launch(port());
          watchdog = next;
        }
        run.awaitReady(next, port());
        return closing.getCount() > 0;
      } catch (PostgresFailure e) {
        if (i == TRIES_BEFORE_TELLING) {
          tell(
              "PostgreSQL cannot be started again yet, so Heed cannot record; it goes on trying: "
                  + e.getMessage());
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresFailure(
          Kind.PORT_TAKEN, "No port is free on 127.0.0.1: stop some other program.", e);
    }
  }

  /** The superuser's address; the maintenance database {@code postgres}. */
  public DatabaseAddress address() {
    return address;
  }

  /** The superuser's address of one database. */
  public DatabaseAddress address(String database) {
    return address.withDatabase(database);
  }

  /** 127.0.0.1. */
  public String host() {
    return address.host();
  }

  /** The port, the same for as long as this object lives. */
  public int port() {
    return address.port();
  }

  /** The JDBC address of one database, without user and password. */
  public String jdbcUrl(String database) {
    return address(database).jdbcUrl();
  }

  /** The server's version and where its binaries are. */
  public PostgresBinaries binaries() {
    return run.binaries();
  }

  /** Stops the server, waits until it has gone, and gives the folder back. */
  @Override
  public void close() {
    closing.countDown();
    synchronized (swap) {
      watchdog.stop();
    }
    try {
      supervisor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      run.endAll(true);
    } finally {
      lock.close();
    }
  }
}

package org.heed.server.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.figures.release.Release;
import org.heed.figures.release.ReleaseFiles;
import org.heed.ledger.Digest;
import org.heed.server.ServeOptions;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Releases by two people: one proposes what is then frozen, another, who answers for counting,
 * signs it or does not. Nothing is published by itself. What is signed is made again from what was
 * frozen each time somebody asks for it, and held to the bytes that were signed.
 */
@Service
public class ReleaseDesk {
  private final Acts acts;
  private final Releases releases;
  private final ReleaseFolder folder;
  private final ReleaseStore store;
  private final Path data;
  private final Clock clock;
  private final Map<String, FirstPublished.Signed> signed = new ConcurrentHashMap<>();

  @Autowired
  ReleaseDesk(Acts acts, Figures figures, ReleaseStore store, ServeOptions options, Clock clock) {
    this(acts, figures, store, options.data(), clock);
  }

  ReleaseDesk(Acts acts, Figures figures, ReleaseStore store, Path data, Clock clock) {
    this.acts = acts;
    this.folder = new ReleaseFolder(data);
    this.releases = new Releases(acts, figures, folder);
    this.store = store;
    this.data = data;
    this.clock = clock;
  }

  /**
   * A release as it would be, with what could be worked out about each hidden count.
   *
   * @param audit not for publication
   */
  public record Preview(Release release, List<SuppressedTables.Audited> audit) {
    public Preview {
      audit = List.copyOf(audit);
    }
  }

  /**
   * Answers and hides, and keeps nothing.
   *
   * @throws Refused where a hidden count could be worked out, saying which
   */
  public Preview preview(Caller caller, ReleaseRequest request) {
    requireEveryArea(caller);
    return acts.plain(
        caller,
        () -> {
          Disclosure disclosure =
              Releases.audited(releases.contributions(caller, request), earlier(request.id()));
          return new Preview(disclosure.release(), disclosure.audit());
        });
  }

  /**
   * Freezes a release and puts it before whoever may sign it.
   *
   * @throws Refused as {@link #preview}, or where there is a release of that name
   */
  public ReleaseStanding propose(Caller caller, ReleaseRequest request) {
    requireEveryArea(caller);
    return acts.change(
        caller,
        "release.proposed",
        act -> {
          if (folder.find(request.id()) != null) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "There is a release " + request.id() + " already. Name this one otherwise.");
          }
          Contributions frozen = releases.contributions(caller, request);
          Disclosure disclosure = Releases.audited(frozen, earlier(request.id()));
          Instant now = clock.instant();
          act.add(
              Tables.RELEASE,
              frozen.id(),
              frozen.title(),
              frozen.publisher(),
              Instant.parse(frozen.knownAt()),
              frozen.tables().size(),
              folder.digest(frozen).bytes(),
              caller.account(),
              now);
          folder.keep(frozen, disclosure.audit());
          return new ReleaseStanding(
              frozen.id(),
              frozen.title(),
              frozen.publisher(),
              Instant.parse(frozen.knownAt()),
              frozen.tables().size(),
              caller.account(),
              caller.displayName(),
              now,
              null);
        });
  }

  /** Everything proposed, newest first. */
  public List<ReleaseStanding> list(Caller caller) {
    return acts.plain(caller, store::list);
  }

  /**
   * One release.
   *
   * @throws Refused where there is none
   */
  public ReleaseStanding get(Caller caller, String id) {
    return acts.plain(caller, () -> standing(id));
  }

  private ReleaseStanding standing(String id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no release of that name."));
  }

  /** A proposed release as it was frozen, for those inside. */
  public Preview frozen(Caller caller, String id) {
    return acts.plain(
        caller,
        () -> {
          Contributions frozen = held(id);
          return new Preview(
              new Disclosure(frozen).release(),
              Objects.requireNonNullElse(folder.audit(id), List.of()));
        });
  }

  /**
   * What the first signed release that held a count said of it; nothing for who counts only some
   * records.
   */
  public Optional<FirstPublished> first(Caller caller, Question question) {
    if (!caller.may(Right.PSEUDONYMISED)) {
      return Optional.empty();
    }
    return acts.plain(
        caller,
        () ->
            FirstPublished.of(
                question,
                store.list().stream()
                    .filter(ReleaseStanding::signed)
                    .flatMap(standing -> signed(standing).stream())
                    .toList()));
  }

  /** Made once: what is signed does not change. Nothing where it is gone or was changed. */
  private Optional<FirstPublished.Signed> signed(ReleaseStanding standing) {
    FirstPublished.Signed known = signed.get(standing.id());
    if (known == null) {
      Contributions frozen = folder.find(standing.id());
      if (frozen == null
          || !folder.digest(frozen).equals(store.hashes(standing.id()).orElseThrow().frozen())) {
        return Optional.empty();
      }
      known =
          new FirstPublished.Signed(standing, frozen, new Disclosure(frozen).release().tables());
      signed.put(standing.id(), known);
    }
    return Optional.of(known);
  }

  /** What a release is made from, refused where that is not what was proposed. */
  private Contributions held(String id) {
    standing(id);
    Contributions frozen = folder.find(id);
    ReleaseStore.Hashes hashes = store.hashes(id).orElseThrow();
    if (frozen == null || !folder.digest(frozen).equals(hashes.frozen())) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "What was frozen for this release is gone or is not what was proposed. Nothing is shown.");
    }
    return frozen;
  }

  /**
   * Signs a release, or says that it is not to be published.
   *
   * @throws Refused for whoever proposed it, and where it is decided already
   */
  public void decide(Caller caller, String id, boolean sign, String reason) {
    caller.require(Right.REGISTER);
    acts.changing(
        caller,
        sign ? "release.signed" : "release.declined",
        act -> {
          ReleaseStanding standing = standing(id);
          if (standing.proposer().equals(caller.account())) {
            throw new Refused(
                Refused.Code.CONFLICT, "You proposed this release: somebody else decides on it.");
          }
          if (standing.decision() != null) {
            throw new Refused(Refused.Code.CONFLICT, "This release is decided on already.");
          }
          act.add(
              Tables.RELEASE_DECISION,
              id,
              sign,
              reason,
              sign ? manifest(held(id).files()).bytes() : null,
              caller.account(),
              clock.instant());
        });
  }

  /**
   * The files of a signed release, made again from what was frozen.
   *
   * @throws Refused where it is not signed, or would not have the bytes that were signed
   */
  public SortedMap<String, byte[]> files(Caller caller, String id) {
    return acts.plain(
        caller,
        () -> {
          if (!standing(id).signed()) {
            throw new Refused(
                Refused.Code.NOT_FOUND, "This release is not signed: it has no files yet.");
          }
          SortedMap<String, byte[]> files = held(id).files();
          if (!manifest(files).equals(store.hashes(id).orElseThrow().manifest())) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Made again, this release has not the bytes that were signed. Nothing is given out.");
          }
          ReleaseKey.sign(files, data);
          return files;
        });
  }

  private static Digest manifest(SortedMap<String, byte[]> files) {
    return Digest.sha256(Objects.requireNonNull(files.get(ReleaseFiles.MANIFEST)));
  }

  /** Releases that are out or may yet be: what was declined gives nothing away. */
  private List<Contributions> earlier(String id) {
    List<String> declined =
        store.list().stream().filter(ReleaseStanding::declined).map(ReleaseStanding::id).toList();
    return folder.others(id).stream().filter(each -> !declined.contains(each.id())).toList();
  }

  private static void requireEveryArea(Caller caller) {
    caller.require(Right.FIGURES);
    if (!caller.may(Right.PSEUDONYMISED)) {
      throw new Refused(
          Refused.Code.INVALID, "A release counts every area, and you may count only some.");
    }
  }

  /** Who may be asked to decide. */
  public static boolean mayDecide(Caller caller, ReleaseStanding standing) {
    return standing.decision() == null
        && caller.may(Right.REGISTER)
        && !standing.proposer().equals(caller.account());
  }
}

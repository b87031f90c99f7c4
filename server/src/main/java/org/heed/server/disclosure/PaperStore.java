package org.heed.server.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.store.Act;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of papers. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class PaperStore {
  private final JdbcClient sql;

  public PaperStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Whose a paper is: a case’s or a person’s. */
  record Whose(@Nullable UUID caseFile, @Nullable UUID person) {
    static Whose ofCase(UUID id) {
      return new Whose(id, null);
    }

    static Whose ofPerson(UUID id) {
      return new Whose(null, id);
    }
  }

  /** A paper to be kept. */
  record NewPaper(
      PaperKind kind,
      String title,
      String purpose,
      @Nullable Long known,
      int items,
      int gaps,
      List<NewFile> files,
      List<MadePaper.Left> left) {
    NewPaper {
      files = List.copyOf(files);
      left = List.copyOf(left);
    }

    /** The kind only. */
    @Override
    public String toString() {
      return "NewPaper[" + kind + "]";
    }
  }

  /** A file to be kept. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record NewFile(String name, String media, byte[] content) {
    /** The name only. */
    @Override
    public String toString() {
      return "NewFile[" + name + "]";
    }
  }

  /** A name for a file, which a case’s number does not make a folder of. */
  static String fileName(String what, String number) {
    return what + "-" + number.replace('/', '-');
  }

  /** Keeps a paper with its files: part of an act that is open. */
  static UUID add(Act act, Whose whose, NewPaper made) {
    UUID paper = act.newId();
    act.concerns(
        Objects.requireNonNull(whose.caseFile() == null ? whose.person() : whose.caseFile()));
    act.concerns(paper);
    act.add(
        Tables.PAPER,
        paper,
        made.kind().code(),
        whose.caseFile(),
        whose.person(),
        made.title(),
        made.purpose(),
        made.known(),
        made.items(),
        made.gaps(),
        act.caller().account(),
        act.at());
    for (NewFile file : made.files()) {
      act.add(
          Tables.PAPER_FILE,
          paper,
          file.name(),
          file.media(),
          Digest.sha256(file.content()).bytes(),
          file.content());
    }
    int number = 0;
    for (MadePaper.Left left : made.left()) {
      act.add(Tables.PAPER_GAP, paper, ++number, left.place(), left.reason());
    }
    return paper;
  }

  /** Those of a case or a person, the newest first. */
  List<MadePaper> of(Whose whose) {
    List<MadePaper> bare =
        sql.sql(
                """
                select f.id, f.kind, f.title, f.purpose, f.known, f.items, f.gaps,
                  coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
                from record.paper f
                where f.case_file = cast(:case as uuid) or f.person = cast(:person as uuid)
                order by f.at desc, f.kind desc, f.id
                """)
            .param("case", whose.caseFile())
            .param("person", whose.person())
            .query((row, _) ->
                new MadePaper(
                    row.getObject(1, UUID.class),
                    Coded.parse(PaperKind.values(), row.getString(2), "kind"),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, Long.class),
                    row.getInt(6),
                    row.getInt(7),
                    row.getString(8),
                    row.getTimestamp(9).toInstant(),
                    List.of(),
                    List.of()))
            .list();
    UUID[] ids = bare.stream().map(MadePaper::id).toArray(UUID[]::new);
    Map<UUID, List<MadePaper.File>> files = files(ids);
    Map<UUID, List<MadePaper.Left>> left = left(ids);
    return bare.stream()
        .map(one ->
            new MadePaper(
                one.id(),
                one.kind(),
                one.title(),
                one.purpose(),
                one.known(),
                one.items(),
                one.gaps(),
                one.by(),
                one.at(),
                files.getOrDefault(one.id(), List.of()),
                left.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<MadePaper.File>> files(UUID[] ids) {
    Map<UUID, List<MadePaper.File>> files = new HashMap<>();
    sql.sql(
            """
            select f.paper, f.name, f.media, f.sha256, length(f.content) from record.paper_file f
            where f.paper = any (:ids) order by f.name desc
            """)
        .param("ids", ids)
        .query(row -> {
          files
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new MadePaper.File(
                      row.getString(2),
                      row.getString(3),
                      HexFormat.of().formatHex(row.getBytes(4)),
                      row.getLong(5)));
        });
    return files;
  }

  private Map<UUID, List<MadePaper.Left>> left(UUID[] ids) {
    Map<UUID, List<MadePaper.Left>> left = new HashMap<>();
    sql.sql(
            """
            select f.paper, f.place, f.reason from record.paper_gap f
            where f.paper = any (:ids) order by f.number
            """)
        .param("ids", ids)
        .query(row -> {
          left.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new MadePaper.Left(row.getString(2), row.getString(3)));
        });
    return left;
  }

  /** The bytes of a file of a paper. */
  Optional<NewFile> file(Whose whose, UUID paper, String name) {
    return sql.sql(
            """
            select f.name, f.media, f.content from record.paper_file f
            join record.paper p on p.id = f.paper
            where f.paper = :paper and f.name = :name
              and (p.case_file = cast(:case as uuid) or p.person = cast(:person as uuid))
            """)
        .param("paper", paper)
        .param("name", name)
        .param("case", whose.caseFile())
        .param("person", whose.person())
        .query((row, _) -> new NewFile(row.getString(1), row.getString(2), row.getBytes(3)))
        .optional();
  }
}

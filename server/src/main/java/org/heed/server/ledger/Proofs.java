package org.heed.server.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.Digest;
import org.heed.ledger.Entry;
import org.heed.ledger.MerkleTree;
import org.heed.ledger.NoteException;
import org.heed.ledger.TiledTree;
import org.heed.ledger.VerifyKey;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;

/** The ledger's proof for those who ask: how far it is signed, and that one entry is in it. */
@Service
public class Proofs {
  private final Acts acts;
  private final Databases databases;
  private final JdbcClient sql;
  private final Checkpoints checkpoints;
  private final VerifyKey key;

  public Proofs(Acts acts, Databases databases, Checkpoints checkpoints, VerifyKey key) {
    this.acts = acts;
    this.databases = databases;
    this.sql = JdbcClient.create(databases.app());
    this.checkpoints = checkpoints;
    this.key = key;
  }

  /** The public key, for whoever wants to check. */
  public String publicKey() {
    return key.text();
  }

  /** The newest signed note; it says nothing of any record. */
  public Optional<String> newest(Caller caller) {
    return acts.plain(caller, this::newestNote);
  }

  /** How far the ledger has come. */
  public LedgerState state(Caller caller) {
    caller.require(Right.AUDIT);
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    """
                    select coalesce(max(size), 0) as size, max(settled_at) as settled_at,
                      (select count(*) from ledger.entry e
                       where e.tx >= coalesce((select horizon from ledger.batch
                         order by size desc limit 1), '0')) as waiting,
                      (select note from ledger.checkpoint order by size desc limit 1) as note
                    from ledger.batch\
                    """)
                .query((row, _) -> state(row))
                .single());
  }

  private static LedgerState state(ResultSet row) throws SQLException {
    var settled = row.getTimestamp("settled_at");
    return new LedgerState(
        row.getLong("size"),
        settled == null ? null : settled.toInstant(),
        row.getLong("waiting"),
        row.getString("note"));
  }

  /** The logs that were taken back from exports, newest first. */
  public List<TakenLog> taken(Caller caller) {
    caller.require(Right.AUDIT);
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    """
                    select t.log, t.key, t.size, t.note, t.places_kept, e.at
                    from record.taken_back t join ledger.entry e on e.id = t.entry
                    order by e.at desc, e.id\
                    """)
                .query((row, _) ->
                    new TakenLog(
                        row.getString("log"),
                        row.getString("key"),
                        row.getLong("size"),
                        row.getString("note"),
                        row.getBoolean("places_kept"),
                        row.getTimestamp("at").toInstant()))
                .list());
  }

  /** Settles and signs what there is now, and keeps the note as a file too. */
  public void sign(Caller caller) {
    caller.require(Right.AUDIT);
    acts.changing(caller, "checkpoint.asked-for", act -> act.purpose("audit"));
    try {
      checkpoints.keep();
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be settled", e);
    }
  }

  /**
   * Proves one entry in the newest signed tree. The question is itself an entry.
   *
   * @throws Refused if there is no such entry, or it still waits
   */
  public ProvenEntry prove(Caller caller, UUID entry) {
    caller.require(Right.AUDIT);
    return acts.look(
        caller, "audit.entry-proven", "audit", () -> Acts.Seen.one(proven(entry), entry));
  }

  private record Placed(long position, Digest leafHash, Entry entry) {}

  private ProvenEntry proven(UUID entry) {
    Placed placed =
        sql.sql(
                """
                select l.position, l.hash, e.*
                from ledger.entry e join ledger.leaf l on l.entry = e.id where e.id = :entry\
                """)
            .param("entry", entry)
            .query((row, _) ->
                new Placed(
                    row.getLong("position"), Digest.of(row.getBytes("hash")), Sequencer.entry(row)))
            .optional()
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.NOT_FOUND,
                    "There is no entry of that identifier with a place in the ledger. An entry of"
                        + " the last second may still wait for its place."));
    String note = newestNote().orElseThrow();
    try {
      return proven(placed, note, key.open(note));
    } catch (NoteException e) {
      throw new IllegalStateException("the newest checkpoint is not signed by this server", e);
    }
  }

  private ProvenEntry proven(Placed placed, String note, Checkpoint signed) {
    Connection connection = DataSourceUtils.getConnection(databases.app());
    try {
      List<Digest> proof =
          new TiledTree(new StoredTiles(connection), signed.size())
              .inclusionProof(placed.position());
      return new ProvenEntry(
          placed.entry().id(),
          placed.position(),
          new String(placed.entry().leaf(), StandardCharsets.US_ASCII),
          placed.leafHash(),
          proof,
          note,
          signed.size(),
          placed.entry().leafHash().equals(placed.leafHash()),
          MerkleTree.verifyInclusion(
              placed.position(), signed.size(), placed.leafHash(), proof, signed.root()));
    } finally {
      DataSourceUtils.releaseConnection(connection, databases.app());
    }
  }

  private Optional<String> newestNote() {
    return sql.sql("select note from ledger.checkpoint order by size desc limit 1")
        .query(String.class)
        .optional();
  }
}

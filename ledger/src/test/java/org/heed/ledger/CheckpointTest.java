package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  private static final String NAME = "norchester.example/heed";

  @TempDir Path directory;

  private final SigningKey key = Keys.of(NAME, 1);

  @Test
  void signedCheckpoint_opensWithItsKey() throws Exception {
    Digest root = Digest.sha256(new byte[] {1});
    String note = key.sign(7, root);
    assertThat(note)
        .startsWith(NAME + "\n7\n" + root.base64() + "\n\n\u2014 " + NAME + " ")
        .endsWith("\n");
    VerifyKey published = VerifyKey.parse(key.verifyKey().text());
    assertThat(published.open(note)).isEqualTo(new Checkpoint(NAME, 7, root));
    assertThat(published.open(note + "\u2014 witness.example AAAAAAAA\n").size()).isEqualTo(7);
  }

  /** The test key pair of RFC 8032, 7.1, test 1. */
  @Test
  void seed_givesThePublicKeyOfTheRfc() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(HexFormat.of().formatHex(Ed25519.raw(Ed25519.fromSeed(seed).getPublic())))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void spoiltNotes_areRefusedWithTheReason() {
    VerifyKey verify = key.verifyKey();
    String note = key.sign(7, Digest.sha256());
    assertThatThrownBy(() -> verify.open(note.replace("\n7\n", "\n8\n")))
        .hasMessage("the signature by " + NAME + " does not fit the text");
    assertThatThrownBy(() -> verify.open(Keys.of(NAME, 2).sign(7, Digest.sha256())))
        .hasMessage("there is no signature by the key " + NAME);
    assertThatThrownBy(() -> verify.open(Keys.of("other.example", 1).sign(7, Digest.sha256())))
        .hasMessage("there is no signature by the key " + NAME);
    assertThatThrownBy(() -> verify.open("")).hasMessageStartingWith("a signed note has");
    assertThatThrownBy(() -> verify.open(NAME + "\n7\n\nsigned\n"))
        .hasMessage("a signature line has a dash, a name and base64");
    assertThatThrownBy(() -> VerifyKey.parse(NAME + "+00000000+AAAA"))
        .isInstanceOf(NoteException.class);
  }

  @Test
  void keyFile_isForItsOwnerOnly_andNeverWrittenOver() throws Exception {
    Path file = directory.resolve("heed.key");
    key.save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SigningKey.load(file).verifyKey().text()).isEqualTo(key.verifyKey().text());
    assertThat(key.toString()).isEqualTo("SigningKey[" + NAME + "]");
    assertThatThrownBy(() -> key.save(file)).isInstanceOf(FileAlreadyExistsException.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SigningKey.load(file)).hasMessageContaining("chmod 600");
  }

  @Test
  void damagedKeyFile_isRefusedWithoutQuotingIt() throws Exception {
    Path file = directory.resolve("heed.key");
    key.save(file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace(NAME, "other.example"));
    assertThatThrownBy(() -> SigningKey.load(file))
        .isInstanceOf(NoteException.class)
        .hasMessageEndingWith("is damaged");
    Files.writeString(file, "nothing");
    assertThatThrownBy(() -> SigningKey.load(file)).isInstanceOf(NoteException.class);
  }
}

package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The proof vectors of transparency-dev/merkle (Apache-2.0), valid and forged. */
class RfcVectorsTest {

  @Test
  void everyInclusionVector_isJudgedAsPublished() throws Exception {
    List<Map<?, ?>> cases = cases("inclusion");
    assertThat(cases).hasSize(98);
    for (Map<?, ?> vector : cases) {
      assertThat(inclusionHolds(vector)).as(name(vector)).isEqualTo(!refused(vector));
    }
  }

  @Test
  void everyConsistencyVector_isJudgedAsPublished() throws Exception {
    List<Map<?, ?>> cases = cases("consistency");
    assertThat(cases).hasSize(98);
    for (Map<?, ?> vector : cases) {
      assertThat(consistencyHolds(vector)).as(name(vector)).isEqualTo(!refused(vector));
    }
  }

  @Test
  void publishedLeaves_haveThePublishedRoots() throws Exception {
    Map<?, ?> file = file();
    List<?> roots = list(file, "rootHashesHexBySize");
    CompactRange tree = new CompactRange();
    assertThat(tree.root().hex()).isEqualTo(roots.getFirst());
    for (Object leaf : list(file, "leafInputsHex")) {
      tree.append(MerkleTree.leafHash(HexFormat.of().parseHex((String) leaf)));
      assertThat(tree.root().hex()).isEqualTo(roots.get((int) tree.size()));
    }
  }

  private static boolean inclusionHolds(Map<?, ?> vector) {
    try {
      return MerkleTree.verifyInclusion(
          Long.parseUnsignedLong(text(vector, "leafIdx")),
          Long.parseUnsignedLong(text(vector, "treeSize")),
          digest(text(vector, "leafHash")),
          proof(vector),
          digest(text(vector, "root")));
    } catch (IllegalArgumentException emptyHash) {
      return false;
    }
  }

  private static boolean consistencyHolds(Map<?, ?> vector) {
    try {
      return MerkleTree.verifyConsistency(
          Long.parseUnsignedLong(text(vector, "size1")),
          Long.parseUnsignedLong(text(vector, "size2")),
          digest(text(vector, "root1")),
          digest(text(vector, "root2")),
          proof(vector));
    } catch (IllegalArgumentException emptyHash) {
      return false;
    }
  }

  private static List<Digest> proof(Map<?, ?> vector) {
    List<Digest> proof = new ArrayList<>();
    if (vector.get("proof") instanceof List<?> steps) {
      steps.forEach(step -> proof.add(digest(String.valueOf(step))));
    }
    return proof;
  }

  /** An empty hash is refused as it is read; other placeholders stand for some hash. */
  private static Digest digest(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.equals("null") ? "" : base64);
    boolean placeholder = bytes.length > 0 && bytes.length != Digest.LENGTH;
    return placeholder ? Digest.sha256(bytes) : Digest.of(bytes);
  }

  private static boolean refused(Map<?, ?> vector) {
    return Boolean.parseBoolean(text(vector, "wantErr"));
  }

  private static String name(Map<?, ?> vector) {
    return vector.toString();
  }

  private static String text(Map<?, ?> vector, String field) {
    return String.valueOf(vector.get(field));
  }

  private static List<Map<?, ?>> cases(String kind) throws Exception {
    List<Map<?, ?>> cases = new ArrayList<>();
    for (Object vector : list(file(), "vectors")) {
      Map<?, ?> fields = (Map<?, ?>) vector;
      if (kind.equals(fields.get("kind"))) {
        cases.add((Map<?, ?>) fields.get("case"));
      }
    }
    return cases;
  }

  private static List<?> list(Map<?, ?> map, String field) {
    return (List<?>) Objects.requireNonNull(map.get(field));
  }

  private static Map<?, ?> file() throws Exception {
    String data = System.getenv("HEED_DATA");
    assumeThat(data).as("HEED_DATA names the outside data").isNotNull();
    Path file = Path.of(data, "ledger", "rfc6962-vectors.json");
    assumeThat(file).exists();
    return (Map<?, ?>) JsonTree.read(Files.readString(file));
  }
}

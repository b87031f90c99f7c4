package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The fast tree against the definition of RFC 9162, 2.1, written down as it stands there. */
class MerkleTwinTest {

  private static final RandomGenerator RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);

  /** MTH(D[n]) over leaf hashes. */
  private static Digest mth(List<Digest> leaves) {
    if (leaves.isEmpty()) {
      return MerkleTree.emptyRoot();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return MerkleTree.nodeHash(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
  }

  /** PATH(m, D[n]). */
  private static List<Digest> path(int m, List<Digest> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<Digest> left = leaves.subList(0, k);
    List<Digest> right = leaves.subList(k, leaves.size());
    List<Digest> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(mth(m < k ? right : left));
    return path;
  }

  /** SUBPROOF(m, D[n], b). */
  private static List<Digest> subproof(int m, List<Digest> leaves, boolean b) {
    if (m == leaves.size()) {
      return b ? List.of() : List.of(mth(leaves));
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<Digest> left = leaves.subList(0, k);
    List<Digest> right = leaves.subList(k, leaves.size());
    List<Digest> proof =
        new ArrayList<>(m <= k ? subproof(m, left, b) : subproof(m - k, right, false));
    proof.add(mth(m <= k ? right : left));
    return proof;
  }

  private static List<Digest> leaves(int count) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}));
    }
    return leaves;
  }

  /** Stored tiles, from a writer that is stopped and resumed now and then. */
  private static TileSource store(List<Digest> leaves) {
    Map<String, byte[]> tiles = new HashMap<>();
    TileSource source =
        new TileSource() {
          @Override
          public byte[] tile(int level, long index) {
            return tiles.getOrDefault(level + "/" + index, new byte[0]);
          }

          @Override
          public byte[] leaves(long first, int count) {
            return Tile.join(leaves.subList((int) first, (int) first + count));
          }
        };
    TileWriter writer = TileWriter.empty();
    CompactRange range = new CompactRange();
    for (Digest leaf : leaves) {
      if (RANDOM.nextInt(700) == 0) {
        writer = TileWriter.resume(source, writer.size());
      }
      writer.append(leaf).forEach(t -> tiles.put(t.level() + "/" + t.index(), t.bytes()));
      range.append(leaf);
    }
    assertThat(writer.root()).isEqualTo(range.root()).isEqualTo(mth(leaves));
    return source;
  }

  @Test
  void everySmallTree_hasTheRootAndProofsOfTheDefinition() {
    for (int size = 1; size <= 40; size++) {
      List<Digest> leaves = leaves(size);
      TileSource source = store(leaves);
      for (int i = 0; i < size; i++) {
        check(leaves, source, i, i + 1);
      }
    }
  }

  @Test
  void randomTrees_haveTheRootAndProofsOfTheDefinition() {
    for (int size : new int[] {255, 256, 257, 511, 512, 1_000, 65_793}) {
      List<Digest> leaves = leaves(size);
      TileSource source = store(leaves);
      for (int round = 0; round < 2; round++) {
        check(leaves, source, RANDOM.nextInt(size), 1 + RANDOM.nextInt(size));
      }
    }
  }

  private static void check(List<Digest> leaves, TileSource source, int index, int old) {
    int size = leaves.size();
    TiledTree tree = new TiledTree(source, size);
    Digest root = mth(leaves);
    assertThat(tree.root()).isEqualTo(root);
    assertThat(tree.compact().root()).isEqualTo(root);

    List<Digest> inclusion = tree.inclusionProof(index);
    assertThat(inclusion).isEqualTo(path(index, leaves));
    assertThat(MerkleTree.verifyInclusion(index, size, leaves.get(index), inclusion, root))
        .isTrue();
    assertThat(MerkleTree.verifyInclusion(index, size, root, inclusion, Digest.sha256())).isFalse();

    List<Digest> consistency = tree.consistencyProof(old);
    Digest oldRoot = new TiledTree(source, old).root();
    assertThat(oldRoot).isEqualTo(mth(leaves.subList(0, old)));
    assertThat(consistency).isEqualTo(subproof(old, leaves, true));
    assertThat(MerkleTree.verifyConsistency(old, size, oldRoot, root, consistency)).isTrue();
    assertThat(MerkleTree.verifyConsistency(old, size, Digest.sha256(), root, consistency))
        .isFalse();
  }

  @Test
  void numbersThatAreNegativeWhenSigned_areReadAsLarge() {
    List<Digest> one = leaves(1);
    assertThat(MerkleTree.verifyInclusion(-1, 1, one.getFirst(), List.of(), one.getFirst()))
        .isFalse();
    assertThat(MerkleTree.verifyConsistency(-1, 1, mth(one), mth(one), List.of())).isFalse();
  }

  @Test
  void consistencyFromNothing_isRefused() {
    Digest root = mth(leaves(3));
    assertThat(MerkleTree.verifyConsistency(0, 3, MerkleTree.emptyRoot(), root, List.of()))
        .isFalse();
    assertThat(MerkleTree.verifyConsistency(0, 0, root, root, List.of())).isFalse();
    assertThatThrownBy(() -> new TiledTree(store(leaves(3)), 3).consistencyProof(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void emptyHash_cannotEvenBeWritten() {
    assertThatThrownBy(() -> Digest.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Digest.parseHex("")).isInstanceOf(IllegalArgumentException.class);
  }
}

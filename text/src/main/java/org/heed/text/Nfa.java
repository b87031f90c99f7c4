package org.heed.text;

import java.util.Arrays;

/**
 * The phrases of a rulebook as one nondeterministic automaton over the labels of {@link Symbols}:
 * nodes, labelled edges, and edges that cost nothing. Node 0 is the beginning of every phrase.
 */
final class Nfa {
  static final int START = 0;
  private static final int FREE = -1;

  private int[] firstEdge = new int[1024];
  private int[] payload = new int[1024];
  private int nodes;

  private int[] edgeLabel = new int[1024];
  private int[] edgeTo = new int[1024];
  private int[] nextEdge = new int[1024];
  private int edges;

  Nfa() {
    add();
  }

  /** Adds a node. */
  int add() {
    if (nodes == firstEdge.length) {
      firstEdge = Arrays.copyOf(firstEdge, 2 * nodes);
      payload = Arrays.copyOf(payload, 2 * nodes);
    }
    firstEdge[nodes] = -1;
    payload[nodes] = -1;
    return nodes++;
  }

  /** Joins two nodes by a label. */
  void edge(int from, int label, int to) {
    if (edges == edgeTo.length) {
      edgeLabel = Arrays.copyOf(edgeLabel, 2 * edges);
      edgeTo = Arrays.copyOf(edgeTo, 2 * edges);
      nextEdge = Arrays.copyOf(nextEdge, 2 * edges);
    }
    edgeLabel[edges] = label;
    edgeTo[edges] = to;
    nextEdge[edges] = firstEdge[from];
    firstEdge[from] = edges++;
  }

  /** Whoever is at one node is at the other as well. */
  void free(int from, int to) {
    edge(from, FREE, to);
  }

  /** The node that a label leads to, adding it if there is none yet. */
  int step(int from, int label) {
    for (int e = firstEdge[from]; e >= 0; e = nextEdge[e]) {
      if (edgeLabel[e] == label) {
        return edgeTo[e];
      }
    }
    int to = add();
    edge(from, label, to);
    return to;
  }

  /** Says what ends at a node. */
  void accept(int node, int payloadNumber) {
    payload[node] = payloadNumber;
  }

  /** What ends at a node, or -1. */
  int payload(int node) {
    return payload[node];
  }

  int size() {
    return nodes;
  }

  /** What takes up an edge. */
  interface Edges {
    void take(int label, int to);
  }

  /** Goes through the labelled edges of a node. */
  void follow(int node, Edges edges) {
    for (int e = firstEdge[node]; e >= 0; e = nextEdge[e]) {
      if (edgeLabel[e] != FREE) {
        edges.take(edgeLabel[e], edgeTo[e]);
      }
    }
  }

  /** Adds a node and all that it leads to for nothing. */
  void enter(int node, IntSet set) {
    set.add(node);
    for (int e = firstEdge[node]; e >= 0; e = nextEdge[e]) {
      if (edgeLabel[e] == FREE) {
        enter(edgeTo[e], set);
      }
    }
  }
}

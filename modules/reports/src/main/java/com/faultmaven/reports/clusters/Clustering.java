package com.faultmaven.reports.clusters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds out which reports seem to be one incident. What is linked through others is one group; the
 * same reports always give the same groups in the same order.
 */
public final class Clustering {

  private static final Duration RECENT = Duration.ofHours(168);
  private static final int BYTES_OF_ID = 6;

  private final List<Node> nodes;
  private final String asked;
  private final Instant now;
  private final int[] parents;

  /** The reasons of all edges of a node to those before it. */
  private final int[] reasons;

  private Clustering(List<Node> nodes, String asked, Instant now) {
    this.nodes = nodes;
    this.asked = asked;
    this.now = now;
    this.parents = new int[nodes.size()];
    this.reasons = new int[nodes.size()];
  }

  /**
   * Groups the nodes of a scope.
   *
   * @param nodes the newest first
   * @param asked the classification that was asked for
   * @return the most urgent first
   */
  public static List<Hypothesis> of(List<Node> nodes, String asked, Instant now) {
    Clustering clustering = new Clustering(nodes, asked, now);
    clustering.link();
    return clustering.hypotheses();
  }

  private void link() {
    Similarity similarity = new Similarity(nodes, asked);
    for (int node = 0; node < parents.length; node++) {
      parents[node] = node;
      similarity.take(node);
      for (int before = 0; before < node; before++) {
        int common = similarity.reasons(node, before);
        if (Reason.isEnough(common)) {
          reasons[node] |= common;
          parents[rootOf(node)] = rootOf(before);
        }
      }
    }
  }

  private int rootOf(int node) {
    int root = node;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private List<Hypothesis> hypotheses() {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int node = 0; node < parents.length; node++) {
      groups.computeIfAbsent(rootOf(node), _ -> new ArrayList<>()).add(node);
    }
    // the group of the newest report is first, and stays so among equals
    return groups.values().stream()
        .map(this::hypothesis)
        .sorted(
            Comparator.comparingDouble(Hypothesis::urgency)
                .thenComparingDouble(Hypothesis::severity)
                .reversed())
        .toList();
  }

  private Hypothesis hypothesis(List<Integer> group) {
    List<Node> members =
        group.stream()
            .map(nodes::get)
            .sorted(Comparator.comparingDouble((Node it) -> it.preferred().severity()).reversed())
            .toList();
    Node worst = members.getFirst();
    double severity = Math.max(0, worst.preferred().severity());
    double size = Math.min(0.08 * members.size(), 0.3);
    List<Integer> seqs = members.stream().map(Node::seq).toList();
    return new Hypothesis(
        idOf(worst.title(), seqs),
        worst.title(),
        worst.classification(asked),
        members.stream().map(Node::id).toList(),
        seqs,
        Math.min(0.45 + size + 0.2 * severity, 0.98),
        severity,
        Math.min(severity + size + recency(members), 1),
        Reason.wordsOf(group.stream().mapToInt(it -> reasons[it]).reduce(0, (a, b) -> a | b)));
  }

  private double recency(List<Node> members) {
    Instant newest =
        members.stream().map(Node::reportedAt).max(Comparator.naturalOrder()).orElseThrow();
    boolean recent =
        newest.getEpochSecond() > 0
            && Duration.between(newest, now).toSeconds() <= RECENT.toSeconds();
    return recent ? 0.1 : 0;
  }

  private static String idOf(String title, List<Integer> seqs) {
    String text =
        seqs.stream().map(String::valueOf).collect(Collectors.joining(" ", title + ":[", "]"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return "hyp_" + HexFormat.of().formatHex(hash, 0, BYTES_OF_ID);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has SHA-1
    }
  }
}

package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nodes have in common with those before them. Words that two nodes share are counted along
 * the nodes of each word, so that it costs as many steps as there are shared words, and no text is
 * looked at twice.
 */
public final class Similarity {

  private static final double NEAR_KM = 0.1;

  /** More than 0.1 km on any meridian. */
  private static final double SURELY_FAR_DEGREES = 0.001;

  private static final double LIKE_SEVERITY = 0.2;
  private static final double LIKE_WORDS = 0.15;

  private final List<Node> nodes;
  private final int[] classes;
  private final int[] brands;
  private final int[][] words;

  /** For each word where the nodes that have it begin. */
  private final int[] begins;

  private final int[] nodesOfWords;

  /** How many words the node asked about last shares with each of those before. */
  private final int[] shared;

  Similarity(List<Node> nodes, String asked) {
    this.nodes = nodes;
    Map<String, Integer> names = new HashMap<>();
    classes = nodes.stream().mapToInt(it -> number(names, it.classification(asked))).toArray();
    Map<String, Integer> folded = new HashMap<>();
    folded.put("", 0);
    brands = nodes.stream().mapToInt(it -> number(folded, fold(it.preferred().brand()))).toArray();
    WordSets sets = new WordSets();
    words = nodes.stream().map(it -> sets.of(it.text())).toArray(int[][]::new);
    begins = begins(words, sets.size());
    nodesOfWords = nodesOfWords(words, begins);
    shared = new int[nodes.size()];
  }

  /**
   * The reasons that two nodes have in common, as bits: {@link Reason#sumOf} and {@link
   * Reason#wordsOf} say what they are.
   *
   * @param asked the classification of those that have none
   */
  public static int reasonsBetween(Node one, Node other, String asked) {
    Similarity similarity = new Similarity(List.of(other, one), asked);
    similarity.take(1);
    return similarity.reasons(1, 0);
  }

  /** Takes a node to compare with those before it. */
  void take(int node) {
    Arrays.fill(shared, 0, node, 0);
    for (int word : words[node]) {
      for (int place = begins[word]; nodesOfWords[place] < node; place++) {
        shared[nodesOfWords[place]]++;
      }
    }
  }

  /** The reasons that the node taken and one before it have in common, as bits. */
  int reasons(int node, int before) {
    int reasons = 0;
    if (classes[node] == classes[before]) {
      reasons |= Reason.CLASSIFICATION.bit();
    }
    double difference =
        nodes.get(node).preferred().severity() - nodes.get(before).preferred().severity();
    if (Math.abs(difference) <= LIKE_SEVERITY) {
      reasons |= Reason.SEVERITY.bit();
    }
    if (isOfLikeWords(node, before)) {
      reasons |= Reason.LANGUAGE.bit();
    }
    if (isNear(nodes.get(node).place(), nodes.get(before).place())) {
      reasons |= Reason.PLACE.bit();
    }
    if (brands[node] != 0 && brands[node] == brands[before]) {
      reasons |= Reason.BRAND.bit();
    }
    return reasons;
  }

  private boolean isOfLikeWords(int node, int before) {
    int both = shared[before];
    if (both == 0) {
      return false;
    }
    int either = words[node].length + words[before].length - both;
    return (double) both / either > LIKE_WORDS;
  }

  private static boolean isNear(@Nullable Place one, @Nullable Place other) {
    return one != null
        && other != null
        && Math.abs(one.latitude() - other.latitude()) < SURELY_FAR_DEGREES
        && one.kilometresTo(other) < NEAR_KM;
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  /** Upper and lower case of a character are the same; a space is a character. */
  private static String fold(String brand) {
    return brand
        .codePoints()
        .map(it -> Character.toLowerCase(Character.toUpperCase(it)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int[] begins(int[][] words, int size) {
    int[] begins = new int[size + 1];
    for (int[] set : words) {
      for (int word : set) {
        begins[word + 1]++;
      }
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    return begins;
  }

  /** One word after the other, the nodes of each in their order. */
  private static int[] nodesOfWords(int[][] words, int[] begins) {
    int[] places = begins.clone();
    int[] nodes = new int[begins[begins.length - 1]];
    for (int node = 0; node < words.length; node++) {
      for (int word : words[node]) {
        nodes[places[word]++] = node;
      }
    }
    return nodes;
  }
}

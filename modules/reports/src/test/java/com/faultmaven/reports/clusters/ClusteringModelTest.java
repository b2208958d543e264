package com.faultmaven.reports.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.Metadata;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares with a plain model that looks at every pair, on scopes nobody thought of. */
class ClusteringModelTest {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

  /** Some that end a word, are of one or two bytes, or change their length in lower case. */
  private static final String[] WORDS = {
    "roof",
    "tile",
    "öl",
    "漏",
    "ab",
    "İstanbul",
    "ΟΔΟΣ",
    "½",
    "e\u0301a",
    "brick",
    "wall",
    "pump",
    "smoke",
    "LEAK",
    "leak",
    "x1",
    "١٢",
    "a-b-c",
    "ﬀ",
    "door"
  };

  private static final Map<Node, Set<String>> WORDS_OF = new IdentityHashMap<>();

  private final Random random = new Random(17);

  @Test
  @Timeout(60)
  void findsTheGroupsOfTheModelInTenThousandScopes() {
    for (int scope = 0; scope < 10_000; scope++) {
      WORDS_OF.clear();
      List<Node> nodes = nodes(random.nextInt(10));
      List<Hypothesis> found = Clustering.of(nodes, "physical", NOW);

      assertThat(found.stream().map(it -> it.seqs() + " " + it.rationale()))
          .as("scope %s: %s", scope, nodes)
          .containsExactlyInAnyOrderElementsOf(model(nodes));
      assertThat(found)
          .isSortedAccordingTo(Comparator.comparingDouble(Hypothesis::urgency).reversed());
    }
  }

  private List<String> model(List<Node> nodes) {
    List<Set<Integer>> groups = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      groups.add(new TreeSet<>(List.of(node)));
    }
    for (int a = 0; a < nodes.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (sum(reasons(nodes.get(a), nodes.get(b))) >= 0.55) {
          merge(groups, a, b);
        }
      }
    }
    return new LinkedHashSet<>(groups)
        .stream().map(group -> described(new ArrayList<>(group), nodes)).toList();
  }

  private static void merge(List<Set<Integer>> groups, int a, int b) {
    Set<Integer> both = new TreeSet<>(groups.get(a));
    both.addAll(groups.get(b));
    both.forEach(member -> groups.set(member, both));
  }

  private static String described(List<Integer> group, List<Node> nodes) {
    Set<String> reasons = new TreeSet<>();
    for (int a : group) {
      for (int b : group) {
        Set<String> common = reasons(nodes.get(a), nodes.get(b));
        if (a < b && sum(common) >= 0.55) {
          reasons.addAll(common);
        }
      }
    }
    List<Integer> seqs =
        group.stream()
            .map(nodes::get)
            .sorted(Comparator.comparingDouble((Node it) -> -it.preferred().severity()))
            .map(Node::seq)
            .toList();
    return seqs + " " + new ArrayList<>(reasons);
  }

  private static Set<String> reasons(Node a, Node b) {
    Set<String> reasons = new LinkedHashSet<>();
    if (a.preferred().classification().equals(b.preferred().classification())) {
      reasons.add("same classification");
    }
    if (Math.abs(a.preferred().severity() - b.preferred().severity()) <= 0.2) {
      reasons.add("similar severity");
    }
    Set<String> common = words(a);
    common.retainAll(words(b));
    Set<String> all = words(a);
    all.addAll(words(b));
    if (!all.isEmpty() && (double) common.size() / all.size() > 0.15) {
      reasons.add("shared incident language");
    }
    Place one = a.place();
    Place other = b.place();
    if (one != null && other != null && kilometres(one, other) < 0.1) {
      reasons.add("same physical location");
    }
    if (!a.preferred().brand().isEmpty()
        && a.preferred().brand().equalsIgnoreCase(b.preferred().brand())) {
      reasons.add("same organization");
    }
    return reasons;
  }

  private static double sum(Set<String> reasons) {
    return (reasons.contains("same classification") ? 0.2 : 0)
        + (reasons.contains("similar severity") ? 0.1 : 0)
        + (reasons.contains("shared incident language") ? 0.4 : 0)
        + (reasons.contains("same physical location") ? 0.2 : 0)
        + (reasons.contains("same organization") ? 0.1 : 0);
  }

  private static double kilometres(Place a, Place b) {
    double fi = Math.toRadians(b.latitude() - a.latitude());
    double la = Math.toRadians(b.longitude() - a.longitude());
    double h =
        Math.pow(Math.sin(fi / 2), 2)
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * Math.pow(Math.sin(la / 2), 2);
    return 6371.0 * 2 * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h));
  }

  private static Set<String> words(Node node) {
    return new HashSet<>(WORDS_OF.computeIfAbsent(node, ClusteringModelTest::split));
  }

  private static Set<String> split(Node node) {
    Analysis preferred = node.preferred();
    String lower =
        (preferred.title() + " " + preferred.summary() + " " + preferred.description())
            .codePoints()
            .map(Character::toLowerCase)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    Set<String> common =
        Set.of("the", "and", "for", "brick", "wall", "on", "at", "physical", "report");
    return Arrays.stream(lower.split("[^\\p{L}\\p{N}]+"))
        .filter(it -> it.getBytes(StandardCharsets.UTF_8).length >= 3)
        .filter(it -> !common.contains(it))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<Node> nodes(int count) {
    List<Node> nodes = new ArrayList<>();
    Instant time = NOW;
    for (int index = 0; index < count; index++) {
      time = time.minus(Duration.ofHours(random.nextInt(100)));
      Place place =
          random.nextInt(4) == 0
              ? null
              : new Place(8.3 + random.nextInt(3) / 1000.0, 47.05 + random.nextInt(3) / 1000.0);
      nodes.add(new Node(id(index), 1000 + index, time, place, analysis()));
    }
    return nodes;
  }

  private static ReportId id(int index) {
    return new ReportId("rep_" + "%16s".formatted(index).replace(' ', '0'));
  }

  private Analysis analysis() {
    return new Analysis(
        "en",
        text(4),
        text(3),
        text(2),
        random.nextBoolean() ? "physical" : "digital",
        random.nextInt(11) / 10.0,
        new String[] {"", "Market Hall", "MARKET HALL", " ", "Works"}[random.nextInt(5)],
        List.of(),
        Metadata.EMPTY);
  }

  private String text(int most) {
    return random
        .ints(random.nextInt(most + 1), 0, WORDS.length)
        .mapToObj(it -> WORDS[it])
        .collect(Collectors.joining(" "));
  }
}

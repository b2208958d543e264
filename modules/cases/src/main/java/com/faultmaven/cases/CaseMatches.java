package com.faultmaven.cases;

import com.faultmaven.cases.CaseMatch.Field;
import com.faultmaven.cases.ConversationTexts.Said;
import com.faultmaven.cases.ConversationTexts.Turn;
import com.faultmaven.cases.search.Highlight;
import com.faultmaven.cases.search.SearchQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says of the cases of a page why a search found them. */
@Component
class CaseMatches {

  private static final String BEST =
      """
      select distinct on (d.case_id) d.case_id, d.turn
      from cases.search_documents d, (select ?::tsquery as query) q
      where d.owner_id = any(?) and d.case_id = any(?) and d.document @@ q.query
        and d.turn between ? and ?
      order by d.case_id, %s desc, d.turn
      """
          .formatted(CaseSearch.RELEVANCE);

  private final JdbcClient jdbc;
  private final ConversationTexts conversations;

  CaseMatches(JdbcClient jdbc, ConversationTexts conversations) {
    this.jdbc = jdbc;
    this.conversations = conversations;
  }

  /**
   * The best match of each case, in their order.
   *
   * @param highlighted whether to show the place of the text, which reads the messages that matched
   */
  List<CaseMatch> of(List<CaseView> cases, CaseSearch search, boolean highlighted) {
    Map<CaseId, Integer> turns = bestTurns(cases, search);
    Map<Turn, String> messages = highlighted ? messages(turns) : Map.of();
    return cases.stream()
        .map(
            found -> {
              int turn = turns.getOrDefault(found.id(), SearchIndex.CASE_ITSELF);
              CaseMatch match =
                  turn == SearchIndex.CASE_ITSELF
                      ? inCase(found, search.query())
                      : inMessage(new Turn(found.id(), turn), messages, search.query());
              return highlighted ? match : match.withoutHighlight();
            })
        .toList();
  }

  private Map<CaseId, Integer> bestTurns(List<CaseView> cases, CaseSearch search) {
    return jdbc
        .sql(BEST)
        .params(
            search.query().tsquery(),
            cases.stream().map(found -> found.owner().value()).distinct().toArray(String[]::new),
            cases.stream().map(found -> found.id().value()).toArray(String[]::new),
            search.firstTurn(),
            search.lastTurn())
        .query((row, number) -> new Turn(new CaseId(row.getString(1)), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Turn::caseId, Turn::number));
  }

  private Map<Turn, String> messages(Map<CaseId, Integer> turns) {
    List<Turn> wanted =
        turns.entrySet().stream()
            .filter(turn -> turn.getValue() != SearchIndex.CASE_ITSELF)
            .map(turn -> new Turn(turn.getKey(), turn.getValue()))
            .toList();
    return wanted.isEmpty()
        ? Map.of()
        : conversations.at(wanted).stream().collect(Collectors.toMap(Said::turn, Said::content));
  }

  /** In the field that has most of the words; the title if others have as many. */
  private static CaseMatch inCase(CaseView found, SearchQuery query) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    texts.put(Field.TITLE, found.title());
    texts.put(Field.TAGS, String.join(", ", found.tags()));
    texts.put(Field.DESCRIPTION, found.description());
    CaseMatch best = new CaseMatch(found.id(), null, SearchIndex.CASE_ITSELF, null);
    for (Map.Entry<Field, String> text : texts.entrySet()) {
      Highlight highlight = Highlight.of(text.getValue(), query).orElse(null);
      if (highlight != null
          && (best.highlight() == null || highlight.terms() > best.highlight().terms())) {
        best = new CaseMatch(found.id(), text.getKey(), SearchIndex.CASE_ITSELF, highlight);
      }
    }
    return best;
  }

  private static CaseMatch inMessage(Turn turn, Map<Turn, String> messages, SearchQuery query) {
    String content = messages.getOrDefault(turn, "");
    return new CaseMatch(
        turn.caseId(), Field.MESSAGE, turn.number(), Highlight.of(content, query).orElse(null));
  }
}

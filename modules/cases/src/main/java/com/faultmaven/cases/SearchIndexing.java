package com.faultmaven.cases;

import com.faultmaven.cases.ConversationTexts.Said;
import com.faultmaven.cases.ConversationTexts.Turn;
import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.cases.SearchIndex.IndexedText;
import com.faultmaven.cases.SearchProgress.Place;
import com.faultmaven.cases.SearchProgress.Source;
import com.faultmaven.cases.SearchProgress.State;
import com.faultmaven.kernel.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Indexes what was stored without being indexed, some texts in a transaction, while searches find
 * what is indexed so far: what is older than the search, and what was imported. Any number of
 * instances may do it: one at a time moves on.
 */
@Component
class SearchIndexing {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndexing.class);

  private static final int BATCH = 100;

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 200;

  private final SearchProgress progress;
  private final SearchIndex index;
  private final ConversationTexts conversations;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Map<Source, Double> completed = new ConcurrentHashMap<>();
  private volatile boolean finished;

  SearchIndexing(
      SearchProgress progress,
      SearchIndex index,
      ConversationTexts conversations,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      MeterRegistry metrics) {
    this.progress = progress;
    this.index = index;
    this.conversations = conversations;
    this.jdbc = jdbc;
    this.transaction = transaction;
    for (Source source : Source.values()) {
      Gauge.builder("faultmaven.search.indexed", () -> completed.getOrDefault(source, 0.0))
          .description("What is indexed of the texts that were stored before, from 0 to 1")
          .tag("source", source.word())
          .register(metrics);
    }
  }

  @Scheduled(
      initialDelayString = "${faultmaven.search.index-every:5s}",
      fixedDelayString = "${faultmaven.search.index-every:5s}")
  void indexWhatIsStored() {
    List<State> states = progress.states();
    List<Source> due = states.stream().filter(State::due).map(State::source).toList();
    if (!due.isEmpty()) {
      due.forEach(this::index);
      states = progress.states();
    }
    states.forEach(state -> completed.put(state.source(), state.completed()));
    boolean before = finished;
    finished = states.stream().allMatch(State::finished);
    if (finished && !before) {
      LOG.info("Every stored text is indexed for searches");
    }
  }

  private void index(Source source) {
    int batches = 0;
    while (batches < BATCHES_AT_A_TIME
        && Boolean.TRUE.equals(transaction.execute(_ -> indexSome(source)))) {
      batches++;
    }
  }

  /** Returns whether there may be more. */
  private boolean indexSome(Source source) {
    return progress
        .claim(source)
        .map(
            place ->
                switch (source) {
                  case CASES -> indexCases(place);
                  case MESSAGES -> indexMessages(place);
                })
        .orElse(false);
  }

  /** Under their locks, so that no change of a case is overwritten with what it was before. */
  private boolean indexCases(Place place) {
    List<CaseText> cases =
        jdbc.sql(
                """
                select case_id, owner_id, created_at, title, tags, description from cases.cases
                where case_id > ? order by case_id limit ? for no key update
                """)
            .params(place.lastCase(), BATCH)
            .query(SearchIndexing::text)
            .list();
    index.put(cases.stream().map(IndexedText::of).toList());
    return moved(
        Source.CASES,
        cases.isEmpty()
            ? null
            : new Place(place.pass(), cases.getLast().id().value(), SearchIndex.CASE_ITSELF),
        cases.size());
  }

  private boolean indexMessages(Place place) {
    List<Said> messages =
        conversations.after(new Turn(new CaseId(place.lastCase()), place.lastTurn()), BATCH);
    Map<CaseId, UserId> owners = owners(messages);
    List<IndexedText> texts = new ArrayList<>();
    for (Said said : messages) {
      Turn turn = said.turn();
      UserId owner = owners.get(turn.caseId());
      if (owner != null) {
        texts.add(IndexedText.of(turn.caseId(), owner, turn.number(), said.content(), said.at()));
      }
    }
    index.put(texts);
    Turn last = messages.isEmpty() ? null : messages.getLast().turn();
    return moved(
        Source.MESSAGES,
        last == null ? null : new Place(place.pass(), last.caseId().value(), last.number()),
        messages.size());
  }

  /** Of the cases that are still there; they stay until the transaction ends. */
  private Map<CaseId, UserId> owners(List<Said> messages) {
    return jdbc
        .sql(
            "select case_id, owner_id from cases.cases where case_id = any(?)"
                + " order by case_id for key share")
        .param(
            messages.stream()
                .map(said -> said.turn().caseId().value())
                .distinct()
                .toArray(String[]::new))
        .query(
            (row, number) -> Map.entry(new CaseId(row.getString(1)), new UserId(row.getString(2))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private boolean moved(Source source, @Nullable Place to, int texts) {
    if (to == null) {
      progress.completePass(source);
      return false;
    }
    progress.advance(source, to, texts);
    return true;
  }

  private static CaseText text(ResultSet row, int number) throws SQLException {
    return new CaseText(
        new CaseId(row.getString("case_id")),
        new UserId(row.getString("owner_id")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("title"),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getString("description"));
  }
}

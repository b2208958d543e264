package com.faultmaven.cases;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What others share is found at each moment, in texts that say with whom it is shared. */
@ModuleTest
class SharedTextsTest {

  private static final int MORE_THAN_A_BATCH = SharedTexts.BATCH + 50;

  private final DataSource database = TestDatabase.dataSource();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate outside =
      new TransactionTemplate(new JdbcTransactionManager(database));

  @LocalServerPort private int port;
  @Autowired private TransactionTemplate transaction;
  @Autowired private List<PersonalData> personalData;

  private final String guest = "guest-" + UUID.randomUUID();
  private final String another = "another-" + UUID.randomUUID();
  private Api owner;
  private String path = "";
  private String id = "";

  @BeforeEach
  void openACase() {
    owner = Api.on(port).asSomebody();
    path = owner.post("/api/v2/cases", "{\"title\":\"okapi\"}").is(201).header("Location");
    id = path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void areFoundBeforeTheyAreWritten() {
    outside.executeWithoutResult(
        _ -> {
          // whoever writes them waits for this
          lockAgainstWriting();
          share(guest);

          assertThat(found(guest, "okapi")).isOne();
          assertThat(found(another, "okapi")).isZero();
          assertThat(copies()).isZero();
        });

    awaitWritten();
    assertThat(copies()).isOne();
    assertThat(found(guest, "okapi")).isOne();
    assertThat(found(another, "okapi")).isZero();
    assertThat(facets(guest, "okapi")).isOne();
  }

  @Test
  void areWhatASearchLooksThrough() {
    share(guest);
    awaitWritten();

    jdbc.sql(
            """
            update cases.shared_documents set document = array_to_tsvector(array['quagga', chr(2) || ?])
            where case_id = ?
            """)
        .params(guest, id)
        .update();

    assertThat(found(guest, "okapi")).isZero();
    assertThat(found(guest, "quagga")).isOne();
  }

  @Test
  void followEachChangeOfATextAtOnce() {
    share(guest);
    awaitWritten();

    owner.patch(path, "{\"title\":\"zebra\"}").is(200);

    assertThat(found(guest, "okapi")).isZero();
    assertThat(found(guest, "zebra")).isOne();
  }

  /** Of a text that an instance of an older version writes. */
  @Test
  void areCopiedByWhoeverWritesThem() {
    share(guest);
    awaitWritten();

    addTexts(1, 1);

    assertThat(found(guest, "tapir")).isOne();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void areWrittenInBatchesAndGoWithTheLastWhoReadsThem() {
    addTexts(1, MORE_THAN_A_BATCH);
    share(guest);
    share(another);
    awaitWritten();
    assertThat(copies()).isEqualTo(1 + MORE_THAN_A_BATCH);
    assertThat(copiesReadBy(guest)).isEqualTo(1 + MORE_THAN_A_BATCH);

    owner.delete(path + "/participants/" + guest).is(204);
    assertThat(found(guest, "tapir")).isZero();
    awaitWritten();
    assertThat(copiesReadBy(guest)).isZero();
    assertThat(copiesReadBy(another)).isEqualTo(1 + MORE_THAN_A_BATCH);
    assertThat(found(another, "tapir")).isOne();

    owner.delete(path + "/participants/" + another).is(204);
    awaitWritten();
    assertThat(copies()).isZero();
  }

  @Test
  void areWrittenOnceForAllWhoJoinTogether() {
    share(guest);
    awaitWritten();
    SharedTexts texts = new SharedTexts(jdbc);

    outside.executeWithoutResult(
        _ -> {
          // nobody else sees these
          jdbc.sql("insert into cases.reader_changes (case_id) values (?), (?), (?)")
              .params(id, id, id)
              .update();
          // those of other tests come first
          do {
            assertThat(texts.writeSome()).isTrue();
          } while (changes() == 3);
          assertThat(changes()).isZero();
        });
  }

  @Test
  void goWithTheirCase() {
    share(guest);
    awaitWritten();

    owner.delete(path).is(204);

    assertThat(found(guest, "okapi")).isZero();
    await().atMost(30, SECONDS).until(() -> copies() == 0);
  }

  @Test
  void nameNobodyWhoseDataIsDeleted() {
    addTexts(1, 5);
    share(guest);
    awaitWritten();
    PersonalData texts =
        personalData.stream()
            .filter(data -> data.getClass().getSimpleName().startsWith("ReaderOfTexts"))
            .findFirst()
            .orElseThrow();

    List<Object> erased = List.of(erase(texts, 4), erase(texts, 4), erase(texts, 4));

    assertThat(erased)
        .containsExactly(
            PersonalData.Erasure.SOME,
            PersonalData.Erasure.SOME,
            PersonalData.Erasure.NOTHING_LEFT);
    assertThat(copiesReadBy(guest)).isZero();
    assertThat(copies()).isEqualTo(6);
  }

  private Object erase(PersonalData texts, int most) {
    return transaction.execute(_ -> texts.eraseSome(new UserId(guest), most));
  }

  private void lockAgainstWriting() {
    assertThat(
            jdbc.sql("select case_id from cases.cases where case_id = ? for key share")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo(id);
  }

  private void share(String user) {
    owner.put(path + "/participants/" + user, "{\"role\":\"viewer\"}").is(201);
  }

  private void addTexts(int first, int last) {
    jdbc.sql(
            """
            insert into cases.search_documents (owner_id, case_id, turn, written_at, document)
            select c.owner_id, c.case_id, n, now(),
              array_to_tsvector(array['tapir', chr(1) || c.owner_id])
            from cases.cases c, generate_series(?, ?) n where case_id = ?
            """)
        .params(first, last, id)
        .update();
  }

  private int found(String user, String typed) {
    return Api.on(port).as(user).get("/api/v2/cases?q=" + typed).is(200).at("/total").asInt();
  }

  private int facets(String user, String typed) {
    return Api.on(port)
        .as(user)
        .get("/api/v2/cases/facets?q=" + typed)
        .is(200)
        .at("/total")
        .asInt();
  }

  private int copies() {
    return number("select count(*) from cases.shared_documents where case_id = ?", id);
  }

  private int copiesReadBy(String user) {
    return number(
        "select count(*) from cases.shared_documents where document @@ ?::tsquery",
        "'\u0002" + user + "'");
  }

  private int changes() {
    return number("select count(*) from cases.reader_changes where case_id = ?", id);
  }

  /** By the job. */
  private void awaitWritten() {
    await().atMost(30, SECONDS).until(() -> changes() == 0);
  }

  private int number(String select, String parameter) {
    return jdbc.sql(select).param(parameter).query(Integer.class).single();
  }
}

package com.faultmaven.status.page;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which notices, in which order, and how much of each. */
public final class NoticeScope {

  private static final String NONE = "false";

  /** Texts of the last updates of a notice in a list, in characters; at least one is shown. */
  private static final int TEXT = 50_000;

  private static final int NEWEST = 50;

  final String incidents;
  final String incidentOrder;
  final String maintenances;
  final int most;
  final int text;
  final Map<String, Object> values = new TreeMap<>();

  private NoticeScope(
      String incidents, String incidentOrder, String maintenances, int most, int text) {
    this.incidents = incidents;
    this.incidentOrder = incidentOrder;
    this.maintenances = maintenances;
    this.most = most;
    this.text = text;
  }

  /** What is going on, what comes until then, and what happened since. */
  public static NoticeScope around(Instant since, Instant until, int most) {
    return new NoticeScope(
            "(i.status <> 'resolved' or i.created_at >= :since and i.started_at >= :since)",
            "i.status = 'resolved', i.started_at desc, i.id desc",
            """
            m.scheduled_for > :since - interval '31 days' and m.scheduled_for < :until
              and m.ends_at > :since
            """,
            most,
            TEXT / 10)
        .with("since", since)
        .with("until", until);
  }

  /** What began in a time. */
  public static NoticeScope between(Instant since, Instant until, int most) {
    return new NoticeScope(
            "i.created_at >= :since and i.started_at >= :since and i.started_at < :until",
            "i.started_at desc, i.id desc",
            "m.scheduled_for >= :since and m.scheduled_for < :until",
            most,
            1)
        .with("since", since)
        .with("until", until);
  }

  /** What changed last. */
  public static NoticeScope changedLast() {
    return new NoticeScope("true", "i.updated_at desc", "true", NEWEST, TEXT);
  }

  /** The newest incidents. */
  public static NoticeScope incidents() {
    return new NoticeScope("true", "i.created_at desc, i.id desc", NONE, NEWEST, TEXT);
  }

  /** Incidents that go on. */
  public static NoticeScope unresolved() {
    return new NoticeScope(
        "i.status <> 'resolved'", "i.created_at desc, i.id desc", NONE, NEWEST, TEXT);
  }

  /** Incidents that go on, and maintenances that do or are to come. */
  public static NoticeScope current() {
    return new NoticeScope(
        "i.status <> 'resolved'",
        "i.created_at desc, i.id desc",
        "m.cancelled_at is null and m.ends_at > :now",
        NEWEST,
        TEXT);
  }

  /** Maintenances that are not cancelled. */
  public static NoticeScope maintenances() {
    return maintenancesThat("m.cancelled_at is null");
  }

  /** Maintenances that are to come. */
  public static NoticeScope upcoming() {
    return maintenancesThat("m.cancelled_at is null and m.ends_at > :now and m.begins_at > :now");
  }

  /** Maintenances that go on. */
  public static NoticeScope active() {
    return maintenancesThat("m.cancelled_at is null and m.ends_at > :now and m.begins_at <= :now");
  }

  /** One incident, whole. */
  public static NoticeScope incident(UUID id) {
    return new NoticeScope("i.id = :id", "i.id", NONE, 1, Integer.MAX_VALUE).with("id", id);
  }

  /** One maintenance, whole. */
  public static NoticeScope maintenance(UUID id) {
    return new NoticeScope(NONE, "i.id", "m.id = :id", 1, Integer.MAX_VALUE).with("id", id);
  }

  private static NoticeScope maintenancesThat(String condition) {
    return new NoticeScope(NONE, "i.id", condition, NEWEST, TEXT);
  }

  private NoticeScope with(String name, Object value) {
    values.put(name, value);
    return this;
  }
}

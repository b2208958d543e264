package com.faultmaven.messaging.registry;

/**
 * All SQL on {@code events.event_publication}, the table of Modulith's registry. It rests on the
 * columns and the words of the status, which a test compares with Modulith's entity.
 */
public final class RegistrySql {

  private RegistrySql() {}

  private static final String COLUMNS =
      """
      id, listener_id, event_type, serialized_event, publication_date, last_resubmission_date,
      completion_attempts\
      """;

  /** An attempt that never began is none; the first one always counts. */
  private static final String FAILED =
      """
      update events.event_publication set status = 'FAILED', completion_attempts =
        case status when 'PROCESSING' then completion_attempts
        else greatest(completion_attempts - 1, 1) end
      """;

  /** Fails one that was delivered without success, or will not be delivered now. */
  public static final String FAIL = FAILED + "where id = :id and status <> 'FAILED'";

  /** Fails those that wait still for a thread, and will not get one. */
  public static final String RELEASE =
      FAILED + "where id = any(:ids::uuid[]) and status in ('PUBLISHED', 'RESUBMITTED')";

  /** The lease counts from the last attempt or renewal, not from the first attempt. */
  public static final String EXPIRE =
      FAILED
          + """
      where id = any(array(
        select id from events.event_publication
        where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED') and publication_date < :before
          and coalesce(last_resubmission_date, publication_date) < :before
        limit :most for update skip locked))
      """;

  /** Begins the lease of deliveries in progress anew. */
  public static final String RENEW =
      """
      update events.event_publication set last_resubmission_date = :now
      where id = any(:ids::uuid[]) and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
      returning id
      """;

  /** The first of some whose events have so many bytes together; a larger one is there alone. */
  private static final String BOUNDED =
      """
      select * from (
        select next.*, coalesce(sum(octet_length(serialized_event)) over (
          order by coalesce(last_resubmission_date, publication_date), id
          rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (%s) next) bounded
      where bytes_before < 4194304
      order by coalesce(last_resubmission_date, publication_date), id
      """;

  /** By how often each was tried, so that what is not due yet is not even looked at. */
  public static final String DUE =
      BOUNDED.formatted(
          """
      select due.* from unnest(:attempts::int[], :befores::timestamptz[]) as level (attempts, before)
      cross join lateral (
        select %s from events.event_publication
        where status = 'FAILED' and completion_attempts = level.attempts
          and coalesce(last_resubmission_date, publication_date) <= level.before
        order by coalesce(last_resubmission_date, publication_date) limit :most) due
      order by coalesce(last_resubmission_date, publication_date) limit :most
      """
              .formatted(COLUMNS));

  /** Those tried so often or oftener. */
  public static final String EXHAUSTED =
      BOUNDED.formatted(
          """
      select %s from events.event_publication
      where status = 'FAILED' and completion_attempts >= :attempts limit :most
      """
              .formatted(COLUMNS));

  /** Marks failed ones as in progress again. */
  public static final String LEASE =
      """
      update events.event_publication
      set status = 'RESUBMITTED', completion_attempts = completion_attempts + 1,
        last_resubmission_date = :now
      where id = any(:ids::uuid[]) and status = 'FAILED'
      returning id
      """;

  /** Leased ones that have not begun. */
  public static final String RESUBMITTED =
      """
      select id from events.event_publication where id = any(:ids::uuid[]) and status = 'RESUBMITTED'
      """;

  /** Lets failed ones wait as long again, without counting an attempt. */
  public static final String POSTPONE =
      """
      update events.event_publication
      set last_resubmission_date = :now, completion_attempts = greatest(completion_attempts, 1)
      where id = any(:ids::uuid[]) and status = 'FAILED'
      """;

  /** Part of a statement: takes out those that {@code dead} names and that still are failed. */
  public static final String TAKE_DEAD =
      """
      delete from events.event_publication publication using dead
      where publication.id = dead.id and publication.status = 'FAILED'
      returning publication.id, publication.listener_id as consumer,
        publication.event_type as event_class, publication.serialized_event as content,
        publication.completion_attempts as attempts
      """;

  /** Part of a statement: puts back what {@code replayed} has for listeners, as never tried. */
  public static final String PUT_BACK_REPLAYED =
      """
      insert into events.event_publication (id, listener_id, event_type, serialized_event,
        publication_date, status, completion_attempts)
      select gen_random_uuid(), consumer, event_class, content, :now, 'FAILED', 0
      from replayed where event_class is not null and consumer not like 'broker:%'
      """;

  /** Whether there is an event that matches a regular expression. */
  public static final String MENTIONS =
      "select exists (select from events.event_publication where serialized_event ~ ?)";

  /** From indexes, and no further than the bound: a backlog is no time to count all of it. */
  public static final String COUNT =
      """
      select status, count, oldest
      from unnest(array['PUBLISHED', 'PROCESSING', 'RESUBMITTED', 'FAILED']) as statuses (status)
      cross join lateral (
        select count(*) from (
          select from events.event_publication p where p.status = statuses.status limit 100000) counting
      ) counted
      cross join lateral (
        select min(publication_date) as oldest
        from events.event_publication p where p.status = statuses.status) first
      """;
}

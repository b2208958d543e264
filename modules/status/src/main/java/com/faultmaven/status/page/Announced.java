package com.faultmaven.status.page;

import com.faultmaven.status.Page;
import java.time.Instant;
import java.util.List;

/**
 * What a page announces.
 *
 * @param at when it was like that
 */
public record Announced(Page page, Instant at, List<Notice> notices) {}

package com.faultmaven.escalations;

import java.util.List;

/**
 * A letter as it would be sent, and to whom.
 *
 * @param linkedCount how many reports the case has
 */
public record Draft(Letter letter, List<Target> targets, List<String> copies, long linkedCount) {}

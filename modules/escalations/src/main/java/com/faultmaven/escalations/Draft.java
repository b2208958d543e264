package com.faultmaven.escalations;

import java.util.List;

/** A letter as it would be sent, and to whom. */
public record Draft(Letter letter, List<Target> targets, List<String> copies) {}

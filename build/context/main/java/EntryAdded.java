package com.faultmaven.__name__;

/** An entry is there that was not there before. */
public record EntryAdded(Entry entry) {}

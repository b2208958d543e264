package com.faultmaven.movingin.original;

import com.faultmaven.cases.importing.ImportedCase;
import java.util.List;

/**
 * Some cases of a source, in the order of their ids.
 *
 * @param rows how many rows were read for it
 * @param last the id up to which all have been read
 * @param end whether there are no more
 */
public record Batch(
    List<ImportedCase> cases, List<Remark> remarks, int rows, String last, boolean end) {}

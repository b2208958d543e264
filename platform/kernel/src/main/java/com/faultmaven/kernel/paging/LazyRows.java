package com.faultmaven.kernel.paging;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows that are made one after the other each time they are gone through, and never kept. */
final class LazyRows<T> extends AbstractList<T> {

  private final int size;
  private final Supplier<Stream<? extends T>> rows;

  /**
   * @param size how many there were when it was asked; they may have become fewer
   */
  LazyRows(int size, Supplier<Stream<? extends T>> rows) {
    this.size = size;
    this.rows = rows;
  }

  @Override
  @SuppressWarnings("unchecked") // nothing can be put into an iterator
  public Iterator<T> iterator() {
    return (Iterator<T>) rows.get().iterator();
  }

  @Override
  public T get(int index) {
    return rows.get().skip(index).findFirst().orElseThrow(IndexOutOfBoundsException::new);
  }

  @Override
  public int size() {
    return size;
  }
}

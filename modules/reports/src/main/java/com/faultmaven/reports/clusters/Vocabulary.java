package com.faultmaven.reports.clusters;

import java.util.Arrays;

/**
 * Numbers words, the same word always alike. Holds their characters one behind the other and no
 * objects: a scope may have a million different words.
 */
final class Vocabulary {

  private static final int FREE = -1;

  private char[] characters = new char[1024];
  private int[] ends = new int[256];
  private int[] slots = new int[1024];
  private int size;

  Vocabulary() {
    Arrays.fill(slots, FREE);
  }

  /** The number of a word: how many other words came before it. */
  int numberOf(char[] word, int length) {
    int slot = slotOf(word, length);
    if (slots[slot] == FREE) {
      add(word, length);
      slots[slot] = size - 1;
      if (size * 2 > slots.length) {
        makeRoom();
      }
      return size - 1;
    }
    return slots[slot];
  }

  /** How many words it knows. */
  int size() {
    return size;
  }

  private int slotOf(char[] word, int length) {
    int slot = slotOf(hash(word, 0, length));
    while (slots[slot] != FREE && !isWord(slots[slot], word, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int slotOf(int hash) {
    return (hash ^ hash >>> 16) & (slots.length - 1);
  }

  private boolean isWord(int number, char[] word, int length) {
    return Arrays.equals(characters, begin(number), ends[number], word, 0, length);
  }

  private int begin(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void add(char[] word, int length) {
    int begin = begin(size);
    if (begin + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(begin + length, characters.length * 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(word, 0, characters, begin, length);
    ends[size] = begin + length;
    size++;
  }

  private void makeRoom() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, FREE);
    for (int number = 0; number < size; number++) {
      int slot = slotOf(hash(characters, begin(number), ends[number]));
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }

  private static int hash(char[] text, int begin, int end) {
    int hash = 0;
    for (int index = begin; index < end; index++) {
      hash = 31 * hash + text[index];
    }
    return hash * 0x9E3779B1;
  }
}

package org.heed.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What one thread at a time can use, kept for the next when it is idle. */
final class Idle<T> {
  private static final int MOST = 16;

  private final Deque<T> idle = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<T> make;

  Idle(Supplier<T> make) {
    this.make = make;
  }

  T take() {
    lock.lock();
    try {
      T one = idle.poll();
      return one == null ? make.get() : one;
    } finally {
      lock.unlock();
    }
  }

  void give(T one) {
    lock.lock();
    try {
      if (idle.size() < MOST) {
        idle.push(one);
      }
    } finally {
      lock.unlock();
    }
  }
}

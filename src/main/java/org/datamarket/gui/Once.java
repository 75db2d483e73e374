package org.datamarket.gui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is made when it is first asked for; on one thread. */
final class Once<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /** It, made if need be. */
  T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }

  /** Does something with it if it has been made. */
  void ifMade(Consumer<T> use) {
    made.ifPresent(use);
  }
}

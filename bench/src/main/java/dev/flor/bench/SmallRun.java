package dev.flor.bench;

import dev.flor.Flor;

/** A run with a hundred epochs and two values in each. */
final class SmallRun {
  private SmallRun() {}

  public static void main(String... args) {
    for (int epoch : Flor.loop("epoch", Flor.range(100))) {
      Flor.log("loss", 1.0 / (1 + epoch));
      Flor.log("accuracy", 1 - 1.0 / (2 + epoch));
    }
  }
}

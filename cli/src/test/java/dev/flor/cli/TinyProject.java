package dev.flor.cli;

import java.nio.file.Path;

/** A program that trains nothing: three versions, each with a recorded run where it compiles. */
public final class TinyProject {
  public static final String CONFIG =
      "[run]\nmain = \"tiny.Train\"\n[checkpoint]\npolicy = \"always\"\n";

  public static final String TRAIN = """
      package tiny;

      import dev.flor.Flor;

      public class Train {
        public static void main(String[] args) {
          int epochs = Flor.arg("epochs", 3);
          double[] state = {1};
          try (var ckpt = Flor.checkpointing("state", state)) {
            for (int epoch : Flor.loop("epoch", Flor.range(epochs))) {
              for (int step : Flor.loop("step", Flor.range(4))) {
                state[0] += 0.5 * step;
              }
              Flor.log("loss", 1 / state[0]);
            }
          }
        }
      }
      """;

  /** The same with a field that the steps carry on. */
  public static final String WITH_VELOCITY = TRAIN
      .replace("  public static void", "  static double velocity;\n\n  public static void")
      .replace(
          "state[0] += 0.5 * step;",
          "velocity = velocity / 2 + step;\n          state[0] += velocity;");

  private TinyProject() {}

  /** One commit; nothing has run yet. */
  public static Given committed(Path temporary) {
    return Given.repository(temporary)
        .file("flor.toml", CONFIG)
        .file("src/tiny/Train.java", TRAIN)
        .commit("A program");
  }

  /** The program with one more statement after the loss is logged. */
  public static String with(String statement) {
    return with(TRAIN, statement);
  }

  public static String with(String program, String statement) {
    String loss = "Flor.log(\"loss\", 1 / state[0]);\n";
    return program.replace(loss, loss + "        " + statement + "\n");
  }
}

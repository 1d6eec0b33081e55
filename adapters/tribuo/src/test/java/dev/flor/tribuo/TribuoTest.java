package dev.flor.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.ReplayOrder;
import dev.flor.journal.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training with Tribuo that is taken up after any of its epochs logs what it would have logged. */
class TribuoTest {
  private static final int EPOCHS = 5;

  @TempDir
  Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"momentum", "adam", "adagrad", "trainer"})
  void aTrainingTakenUpAnywhereGoesOnBitForBit(String kind) throws Exception {
    run(kind, "-Dflor.run.id=original", "-Dflor.checkpoint=always");
    Logged original = new Logged("original");
    assertThat(original.faults).isEmpty();
    assertThat(original.checkpoints).isEqualTo(2 * EPOCHS);
    int perEpoch = original.values.size() / EPOCHS;
    assertThat(perEpoch).isGreaterThan(2);
    for (int first = 1; first < EPOCHS; first++) {
      String id = "from" + first;
      Path order = temporary.resolve(id);
      ReplayOrder.builder(id, "c0ffee")
          .replayOf(temporary.resolve(".flor/runs/original"))
          .mainLoop("epoch")
          .segment(first, -1)
          .build()
          .write(order);
      run(kind, "-Dflor.replay=" + order);
      Logged resumed = new Logged(id);
      assertThat(resumed.faults).isEmpty();
      assertThat(resumed.values)
          .isEqualTo(original.values.subList(first * perEpoch, original.values.size()));
    }
  }

  private void run(String kind, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of(
        "--add-opens=java.base/java.util=ALL-UNNAMED", // from JDK 24 on
        "-Dflor.snapshot=false",
        "-Dflor.dir=" + temporary.resolve(".flor"),
        "-cp",
        System.getProperty("java.class.path"),
        DigitsProgram.class.getName(),
        digits().toString(),
        kind));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static Path digits() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve("testdata/histories/digits/commits/01-plain-sgd/data/digits.csv");
  }

  /** What a run logged, by name, in its order. */
  private final class Logged implements JournalVisitor {
    private final List<String> values = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int checkpoints;

    Logged(String run) {
      JournalReader.read(temporary.resolve(".flor/runs/" + run + "/journal.flor"), 0, this);
    }

    @Override
    public void value(int context, String name, int ordinal, Value value) {
      String bits = value.type() == Value.Type.DOUBLE
          ? Long.toHexString(Double.doubleToRawLongBits(value.asDouble()))
          : value.text();
      values.add(name + " " + bits);
    }

    @Override
    public void checkpoint(CheckpointInfo info) {
      checkpoints++;
    }

    @Override
    public void fault(String message) {
      faults.add(message);
    }
  }
}

package dev.flor.bench;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.unsafe.UnsafeOutput;
import dev.flor.checkpoint.ObjectGraph;
import dev.flor.checkpoint.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** R3's parties, in one process and in turn: prints the milliseconds of each, a line a round. */
final class StateCosts {
  private static final int ROUNDS = 11;
  private static final int DOUBLES = 12_500_000;
  private static final int OBJECTS = 50_000;

  private final double[] array = new double[DOUBLES];
  private final double[] copy = new double[DOUBLES];
  private final List<Layer> graph = new ArrayList<>();
  private final Kryo kryo = new Kryo();
  private final Output buffer = new UnsafeOutput(1 << 27, 1 << 30);

  private StateCosts() {
    for (int i = 0; i < DOUBLES; i++) {
      array[i] = i;
    }
    Layer before = null;
    for (int i = 0; i < OBJECTS; i++) {
      before = new Layer(i, i % 50 == 0 ? null : before);
      graph.add(before);
    }
    kryo.setReferences(true);
    kryo.setRegistrationRequired(false);
  }

  /** An object such as models are made of. */
  private static final class Layer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] weights = new double[8];
    private final int step;
    private final double rate;
    private final Layer before;
    private final String name;
    private final ArrayList<Double> history = new ArrayList<>();
    private final HashMap<String, Integer> counts = new HashMap<>();

    Layer(int step, Layer before) {
      this.step = step;
      this.rate = step * 0.5;
      this.before = before;
      this.name = "layer" + step % 100;
      for (int i = 0; i < 4; i++) {
        history.add(step + i * 0.1);
      }
      counts.put("a", step);
    }

    @Override
    public String toString() {
      return name + step + rate + weights.length + history + counts + (before == null);
    }
  }

  /** Something that is timed. */
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String... args) throws Exception {
    StateCosts costs = new StateCosts();
    ObjectGraph array = ObjectGraph.of(Map.of("array", costs.array));
    ObjectGraph graph = ObjectGraph.of(Map.of("graph", costs.graph));
    byte[] savedArray = array.save().toBytes();
    byte[] savedGraph = graph.save().toBytes();
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder line = new StringBuilder();
      line.append(time(() -> System.arraycopy(costs.array, 0, costs.copy, 0, DOUBLES)));
      line.append(' ').append(time(() -> save(array)));
      line.append(' ').append(time(() -> costs.jdk(costs.array)));
      line.append(' ').append(time(() -> costs.kryo(costs.array)));
      line.append(' ').append(time(() -> array.prepare(savedArray).apply()));
      line.append(' ').append(time(() -> write(savedArray)));
      line.append(' ').append(time(() -> save(graph)));
      line.append(' ').append(time(() -> costs.jdk(costs.graph)));
      line.append(' ').append(time(() -> costs.kryo(costs.graph)));
      line.append(' ').append(time(() -> graph.prepare(savedGraph).apply()));
      System.out.println(line.append(' ').append(savedGraph.length / 1e6));
    }
  }

  private static double time(Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void save(ObjectGraph graph) throws Exception {
    Snapshot snapshot = graph.save();
    snapshot.release();
  }

  private void jdk(Object state) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream(1 << 27))) {
      out.writeObject(state);
    }
  }

  private void kryo(Object state) {
    buffer.reset();
    kryo.writeClassAndObject(buffer, state);
  }

  private static void write(byte[] bytes) throws IOException {
    Path file = Path.of("written");
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(bytes));
      out.force(true);
    }
    Files.delete(file);
  }
}

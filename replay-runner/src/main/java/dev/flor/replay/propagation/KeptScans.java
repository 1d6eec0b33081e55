package dev.flor.replay.propagation;

import dev.flor.differ.Span;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.project.WorkspaceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The log statements of latest versions, in a small file for each: to parse the files that they stand in takes half a second in a process
 * that has just begun.
 */
final class KeptScans {
  private static final int CHECKSUM = 32;

  private final Path florDir;
  private final Path home;
  private final boolean writable;

  /**
   * @param home the folder of results of this build of flor
   * @param writable whether that may be written
   */
  KeptScans(Path florDir, Path home, boolean writable) {
    this.florDir = florDir;
    this.home = home;
    this.writable = writable;
  }

  /**
   * What was found before, or else is found now and kept.
   *
   * @param id equal for equal files
   */
  ProbeScan of(String id, Supplier<ProbeScan> search) {
    Path file = home.resolve(id + ".statements");
    return read(file).orElseGet(() -> {
      ProbeScan scan = search.get();
      if (writable && !scan.probes().isEmpty()) {
        UseLock.using(florDir, () -> kept(file, scan));
      }
      return scan;
    });
  }

  private static Path kept(Path file, ProbeScan scan) {
    try {
      Files.createDirectories(file.getParent());
      Path draft =
          file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
      try {
        Files.write(draft, encoded(scan));
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  /** Nothing where there is none, or one that was damaged. */
  private static Optional<ProbeScan> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int head = Math.min(CHECKSUM, bytes.length);
      byte[] body = Arrays.copyOfRange(bytes, head, bytes.length);
      return Arrays.equals(Arrays.copyOf(bytes, head), checksum(body))
          ? Optional.of(decoded(body))
          : Optional.empty();
    } catch (NoSuchFileException gone) { // since then: nobody keeps it from being swept
      return Optional.empty();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  private static byte[] checksum(byte[] body) {
    return new Key("statements").add(body).hex().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] encoded(ProbeScan scan) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeInt(scan.probes().size());
    for (Probe probe : scan.probes()) {
      TraceCodec.text(probe.file(), out);
      out.writeInt(probe.line());
      TraceCodec.texts(probe.name().stream().toList(), out);
      TraceCodec.text(probe.text(), out);
      out.writeInt(probe.span().start());
      out.writeInt(probe.span().end());
    }
    out.writeInt(scan.unreadable().size());
    for (Diagnostic bad : scan.unreadable()) {
      TraceCodec.text(bad.path(), out);
      out.writeInt(bad.line());
      out.writeInt(bad.column());
      TraceCodec.text(bad.message(), out);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(checksum(body.toByteArray()));
    whole.write(body.toByteArray());
    return whole.toByteArray();
  }

  private static ProbeScan decoded(byte[] body) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    List<Probe> probes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = TraceCodec.text(in);
      int line = in.readInt();
      Optional<String> name = TraceCodec.texts(in).stream().findFirst();
      String text = TraceCodec.text(in);
      int start = in.readInt();
      probes.add(new Probe(file, line, name, text, new Span(start, in.readInt())));
    }
    List<Diagnostic> unreadable = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = TraceCodec.text(in);
      int line = in.readInt();
      int column = in.readInt();
      unreadable.add(new Diagnostic(path, line, column, TraceCodec.text(in)));
    }
    return new ProbeScan(probes, unreadable);
  }
}

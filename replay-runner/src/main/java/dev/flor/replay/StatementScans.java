package dev.flor.replay;

import dev.flor.history.VersionTree;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.EncodingFinder;
import dev.flor.replay.project.Encodings;
import dev.flor.replay.project.WorkspaceException;
import dev.flor.store.model.VersionFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The named log statements of source files by their contents, so that each is searched once however many versions have it. Kept in a
 * file of lines, a content each; what a killed process left of a line is cut. For one process at a time: whoever has the store open.
 */
final class StatementScans {
  private final Path file;
  private final Map<String, List<ScanLine.Found>> known = new LinkedHashMap<>();
  private final EncodingFinder finder = new EncodingFinder();
  private long whole = -1;

  StatementScans(Path file) {
    this.file = file;
  }

  /** Those of a version, by file and line. */
  List<VersionFacts.Statement> statements(VersionTree tree) {
    load();
    Encodings encodings = finder.of(tree);
    StringBuilder fresh = new StringBuilder();
    List<VersionFacts.Statement> statements = new ArrayList<>();
    for (String path : tree.files()) {
      if (path.endsWith(".java")) {
        for (ScanLine.Found found : found(tree, path, encodings, fresh)) {
          statements.add(
              new VersionFacts.Statement(found.name(), path, found.line(), found.text()));
        }
      }
    }
    append(fresh.toString());
    return statements;
  }

  private List<ScanLine.Found> found(
      VersionTree tree, String path, Encodings encodings, StringBuilder fresh) {
    return known.computeIfAbsent(encodings.told(tree.contentId(path), path), id -> {
      List<ScanLine.Found> found = search(encodings.text(path, tree.read(path)));
      fresh.append(new ScanLine(id, found).encoded());
      return found;
    });
  }

  private static List<ScanLine.Found> search(String text) {
    return Probes.findAll(SourceTree.of(new TreeMap<>(Map.of("Source.java", text))))
        .probes()
        .stream()
        .filter(probe -> probe.name().isPresent())
        .map(StatementScans::found)
        .toList();
  }

  private static ScanLine.Found found(Probe probe) {
    return new ScanLine.Found(probe.name().orElseThrow(), probe.line(), probe.text());
  }

  private void load() {
    if (whole >= 0) {
      return;
    }
    whole = 0;
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      for (int end = end(bytes); end >= 0; end = end(bytes)) {
        var line = ScanLine.decoded(
            new String(bytes, (int) whole, end - (int) whole, StandardCharsets.UTF_8));
        if (line.isEmpty()) {
          return;
        }
        known.put(line.get().content(), line.get().found());
        whole = end + 1L;
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  /** Where the first line that is not taken in yet ends; -1 if there is no whole one. */
  private int end(byte[] bytes) {
    for (int i = (int) whole; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void append(String lines) {
    if (lines.isEmpty()) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.truncate(whole);
        channel.position(whole);
        while (bytes.hasRemaining()) {
          whole += channel.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }
}

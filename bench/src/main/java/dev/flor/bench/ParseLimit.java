package dev.flor.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The limit of row P3: reads blobs with JGit and parses each once, on all cores; a process of its own, as flor is. Prints files and characters. */
final class ParseLimit {
  private ParseLimit() {}

  /** The repository's git folder, and a file with the ids of blobs. */
  public static void main(String... args) throws Exception {
    List<String> blobs = Files.readAllLines(Path.of(args[1]));
    AtomicInteger next = new AtomicInteger();
    AtomicLong characters = new AtomicLong();
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(Path.of(args[0]).toFile()).build()) {
      List<Thread> threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
          .mapToObj(i -> new Thread(() -> parse(repository, blobs, next, characters)))
          .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    System.out.println(blobs.size() + " " + characters.get());
  }

  private static void parse(
      Repository repository, List<String> blobs, AtomicInteger next, AtomicLong characters) {
    JavaParser parser =
        new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE));
    try (ObjectReader reader = repository.newObjectReader()) {
      for (int i = next.getAndIncrement(); i < blobs.size(); i = next.getAndIncrement()) {
        byte[] bytes = reader.open(ObjectId.fromString(blobs.get(i))).getBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        characters.addAndGet(text.length());
        parser.parse(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

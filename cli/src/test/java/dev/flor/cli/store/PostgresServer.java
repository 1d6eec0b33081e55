package dev.flor.cli.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, as an ordinary user, in a folder that goes with it. */
final class PostgresServer implements AutoCloseable {
  private final Path folder;
  private final Path programs;
  private final int port;
  private final Process server;

  private PostgresServer(Path programs) throws IOException, InterruptedException {
    this.programs = programs;
    this.folder = Files.createTempDirectory("flor-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    run("initdb", "-D", folder.resolve("data").toString(), "-U", "admin", "-A", "trust", "-N");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.server = start(
        "postgres",
        "-D",
        folder.resolve("data").toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "fsync=off");
    BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    while (line != null && !line.contains("ready to accept connections")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the server did not start");
    }
  }

  /** Skips the test where no PostgreSQL is installed, or there is no ordinary user to run it as. */
  static PostgresServer start() {
    List<Path> places = new ArrayList<>();
    try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
        ? Files.list(Path.of("/usr/lib/postgresql"))
        : Stream.of()) {
      versions.sorted(Comparator.reverseOrder()).forEach(one -> places.add(one.resolve("bin")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).forEach(places::add);
    List<Path> with = places.stream()
        .filter(place -> Files.isExecutable(place.resolve("initdb"))
            && Files.isExecutable(place.resolve("postgres")))
        .toList();
    assumeTrue(!with.isEmpty(), "no PostgreSQL server is installed here");
    assumeTrue(
        !isRoot() || Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "a PostgreSQL server does not run as root, and there is no setpriv");
    try {
      return new PostgresServer(with.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Process start(String program, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HOME", folder.toString());
    return builder.start();
  }

  private void run(String program, String... args) throws IOException, InterruptedException {
    Process process = start(program, args);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(program + " failed: " + said);
    }
  }

  @Override
  public void close() throws IOException {
    server.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

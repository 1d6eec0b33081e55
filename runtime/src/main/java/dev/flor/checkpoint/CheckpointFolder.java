package dev.flor.checkpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Checkpoint files by the SHA-256 of their bytes, shared by all runs of a project. */
public final class CheckpointFolder {
  private final Path folder;

  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /** What a snapshot would be called here. */
  public static String digest(Snapshot snapshot) {
    MessageDigest sha = sha256();
    snapshot.digest(sha);
    return hex(sha.digest());
  }

  /** Stores a snapshot, whole or not at all, and gives its digest. */
  public String write(Snapshot snapshot) throws IOException {
    String digest = digest(snapshot);
    Path file = file(digest);
    if (isThere(file)) {
      return digest;
    }
    make(folder);
    make(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "new-", ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        snapshot.writeTo(out);
        out.getFD().sync();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return digest;
  }

  /** Whether the file is there; if so, it is as good as written now, and {@code flor gc} sees that. */
  private static boolean isThere(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Whether there is a checkpoint of that digest. */
  public boolean has(String digest) {
    return digest.matches("[0-9a-f]{64}") && Files.exists(file(digest));
  }

  /** Reads a checkpoint and checks that it is what was written. */
  public byte[] read(String digest) throws NotRestorable {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new NotRestorable("no digest: " + digest);
    }
    try {
      byte[] bytes = Files.readAllBytes(file(digest));
      if (!hex(sha256().digest(bytes)).equals(digest)) {
        throw new NotRestorable("checkpoint " + digest + " is not what was written");
      }
      return bytes;
    } catch (IOException e) {
      throw new NotRestorable("checkpoint " + digest + " cannot be read: " + e.getMessage());
    }
  }

  /** Only this one: where the folder around it was deleted in mid-run, it stays deleted. */
  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(folder)) {
          throw e; // else another process was faster
        }
      }
    }
  }

  private Path file(String digest) {
    return folder.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }
}

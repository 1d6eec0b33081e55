package dev.flor.replay.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A content key under construction: equal parts in equal order give equal keys. */
public final class Key {
  private static final int HEX_DIGITS = 32;

  private final MessageDigest digest;

  public Key(String kind) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    add(kind);
  }

  /** Adds a part, its length first, so that neighbouring parts cannot run together. */
  public Key add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  public Key add(byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(part);
    return this;
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }
}

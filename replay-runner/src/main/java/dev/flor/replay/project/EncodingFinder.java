package dev.flor.replay.project;

import dev.flor.history.VersionTree;
import dev.flor.propagator.Memo;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Finds the encodings of many versions: what a build file declares is found out once for each of its contents. For several threads. */
public final class EncodingFinder {
  private static final long MOST_FILES = 10_000;

  private final Memo<String, List<String>> files = new Memo<>(MOST_FILES, list -> list.size() + 1L);
  private final Memo<BuildFile, Boolean> others = new Memo<>(MOST_FILES, other -> 1);
  private final Memo<BuildFile, Optional<Charset>> declared = new Memo<>(MOST_FILES, encoding -> 1);

  private record BuildFile(String path, String content) {}

  /** How the sources of a version are read. */
  public Encodings of(VersionTree tree) {
    List<String> builds = files.of(
        tree.filesId(),
        () -> tree.files().stream().filter(Encodings::isBuildFile).toList());
    return Encodings.of(builds, new Encodings.Declarations() {
      @Override
      public boolean mayBeOther(String file) {
        return others.of(at(file), () -> Encodings.mayBeOther(file, tree.read(file)));
      }

      @Override
      public Optional<Charset> in(String file) {
        return declared.of(at(file), () -> Encodings.in(file, tree.read(file)));
      }

      private BuildFile at(String file) {
        return new BuildFile(file, tree.contentId(file));
      }
    });
  }
}

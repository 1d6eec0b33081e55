package dev.flor.history;

/** What a path of a tree is; submodules and folders are none. */
enum Entry {
  FILE,
  EXECUTABLE,
  SYMLINK
}

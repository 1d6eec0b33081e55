package dev.flor.differ;

/** Two subtrees, one of each tree, between which nodes are matched. */
record Scope(Mapping mapping, int x, int y) {
  /** From the roots. */
  static Scope whole(Mapping mapping) {
    return new Scope(mapping, 0, 0);
  }

  NodeTable a() {
    return mapping.a;
  }

  NodeTable b() {
    return mapping.b;
  }

  int endA() {
    return a().end(x);
  }

  int endB() {
    return b().end(y);
  }
}

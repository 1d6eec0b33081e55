package dev.flor.differ;

/** Matches the nodes of two subtrees that are taken to be counterparts. */
final class MemberMatcher {
  private MemberMatcher() {}

  /** The roots, their blocks, and what is the same in both. */
  static void exact(Scope scope) {
    Mapping mapping = scope.mapping();
    if (scope.a().hash(scope.x()) == scope.b().hash(scope.y())) {
      mapping.linkWhole(scope.x(), scope.y());
      return;
    }
    mapping.link(scope.x(), scope.y());
    Identical.linkTelling(scope);
  }

  /** What is alike, given what is the same. */
  static void alike(Scope scope) {
    if (scope.a().hash(scope.x()) == scope.b().hash(scope.y())) {
      return;
    }
    Containers.link(scope);
    Recovery.run(scope);
    Identical.linkRest(scope);
    Recovery.run(scope);
    Strays.link(scope);
    Recovery.run(scope);
  }
}

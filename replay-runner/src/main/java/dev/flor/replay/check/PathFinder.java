package dev.flor.replay.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

/** Finds the innermost tree around an offset. */
final class PathFinder extends TreePathScanner<Void, Void> {
  private final SourcePositions positions;
  private final CompilationUnitTree unit;
  private final int offset;
  private TreePath innermost;

  private PathFinder(SourcePositions positions, CompilationUnitTree unit, int offset) {
    this.positions = positions;
    this.unit = unit;
    this.offset = offset;
    this.innermost = new TreePath(unit);
  }

  static TreePath find(Trees trees, CompilationUnitTree unit, int offset) {
    PathFinder finder = new PathFinder(trees.getSourcePositions(), unit, offset);
    finder.scan(finder.innermost, null);
    return finder.innermost;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree == null
        || offset < positions.getStartPosition(unit, tree)
        || offset >= positions.getEndPosition(unit, tree)) {
      return null;
    }
    innermost = new TreePath(getCurrentPath(), tree);
    return super.scan(tree, null);
  }
}

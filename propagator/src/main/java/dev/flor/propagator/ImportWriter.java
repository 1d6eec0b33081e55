package dev.flor.propagator;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes imports: in alphabetical order among those of their kind, else behind the others, else behind the package. */
final class ImportWriter {
  private final Unit unit;
  private final Layout layout;
  private final List<Cut> cuts = new ArrayList<>();

  ImportWriter(Unit unit, Layout layout) {
    this.unit = unit;
    this.layout = layout;
  }

  List<Cut> write(List<Piece.Import> pieces) {
    List<Piece.Import> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparing(Piece.Import::fixed).thenComparing(Piece.Import::name));
    for (Piece.Import piece : sorted) {
      boolean last = cuts.size() == sorted.size() - 1;
      cuts.add(write(piece, last).of(piece, (piece.fixed() ? "2" : "1") + piece.name()));
    }
    return cuts;
  }

  private Cut write(Piece.Import piece, boolean last) {
    CompilationUnit root = unit.tree().unit();
    List<ImportDeclaration> alike = root.getImports().stream()
        .filter(i -> i.isStatic() == piece.fixed() && !i.isModule())
        .toList();
    Optional<ImportDeclaration> before = alike.stream()
        .filter(i -> i.getNameAsString().compareTo(piece.name()) < 0)
        .reduce((first, second) -> second);
    if (before.isPresent()) {
      return behind(before.get(), layout.lineEnd(), piece);
    }
    if (!alike.isEmpty()) {
      int start = unit.start(alike.get(0));
      String gap = layout.opensLine(start) ? layout.lineEnd() : " ";
      return Cut.begins(start, 0, 0, piece.text() + gap);
    }
    if (!root.getImports().isEmpty()) {
      return behind(root.getImports().get(root.getImports().size() - 1), layout.lineEnd(), piece);
    }
    return root.getPackageDeclaration().isPresent()
        ? behind(
            root.getPackageDeclaration().get(),
            cuts.isEmpty() ? layout.lineEnd().repeat(2) : layout.lineEnd(),
            piece)
        : onTop(root, piece, last);
  }

  private Cut behind(Node node, String gap, Piece.Import piece) {
    int rest = layout.restOfLine(unit.end(node));
    return rest >= 0
        ? Cut.ends(rest, 0, 0, gap + piece.text())
        : Cut.ends(unit.end(node), 0, 0, " " + piece.text());
  }

  private Cut onTop(CompilationUnit root, Piece.Import piece, boolean last) {
    int start = root.getTypes()
        .getFirst()
        .map(type -> Math.min(
            unit.start(type), type.getComment().map(unit::start).orElse(Integer.MAX_VALUE)))
        .orElse(layout.lineStart(0));
    String gap = last ? layout.lineEnd().repeat(2) : layout.lineEnd();
    return Cut.begins(start, 0, 0, piece.text() + gap);
  }
}

package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import java.util.Optional;

/** Something to be put into a file of the older version. */
sealed interface Piece {

  /** The file of the older version. */
  Unit unit();

  /** Equal keys mean the same piece, wanted by two probes. */
  Object key();

  /**
   * A statement.
   *
   * @param returns whether the lambda it stood in returns a value
   */
  record Line(Slot slot, Source source, boolean returns) implements Piece {
    @Override
    public Unit unit() {
      return slot.unit();
    }

    @Override
    public Object key() {
      return source.place();
    }
  }

  /** Text around an expression that is there. */
  record Wrap(Unit unit, Expression expression, String before, String after) implements Piece {
    @Override
    public Object key() {
      return unit.path() + ":" + unit.start(expression) + before;
    }
  }

  /** A method, field or nested type. */
  record Member(
      Unit unit,
      TypeDeclaration<?> type,
      Optional<Node> predecessor,
      boolean declaresField,
      Source source)
      implements Piece {
    @Override
    public Object key() {
      return source.place();
    }
  }

  /** An import, without the line break. */
  record Import(Unit unit, String name, boolean fixed) implements Piece {
    @Override
    public Object key() {
      return unit.path() + ":" + text();
    }

    String text() {
      return "import " + (fixed ? "static " : "") + name + ";";
    }
  }

  /**
   * Text of the latest version with names changed.
   *
   * @param unit the latest file
   * @param start where it begins there
   * @param text with the names of the older version, the indentation and line ends of the latest
   */
  record Source(Unit unit, int start, String text) {
    /** Whether no name was changed. */
    boolean isVerbatim() {
      return unit.text().startsWith(text, start);
    }

    String place() {
      return unit.path() + ":" + start;
    }
  }
}

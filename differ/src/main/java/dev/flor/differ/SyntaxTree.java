package dev.flor.differ;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.Optional;

/** A Java text with its syntax tree; nodes tell where in the text they stand. */
public final class SyntaxTree {
  private final String text;
  private final CompilationUnit unit;
  private final Lines lines;
  private final Indentation indentation;
  private volatile NodeTable table;

  /** A tree whose nodes stand, by their own account, where they are without the indentation. */
  SyntaxTree(String text, CompilationUnit unit, Indentation indentation) {
    this.text = text;
    this.unit = unit;
    this.indentation = indentation;
    this.lines = Lines.of(text);
  }

  /** Parses at the newest language level, then at older ones; never throws. */
  public static ParseResult parse(String text) {
    return Parsing.parse(text);
  }

  /** Whether a text is statements, and Java of every language level that a file may be of: they can go among those of any. */
  public static boolean holdsStatements(String text) {
    return Parsing.holdsStatements(text);
  }

  /** The root of the tree. What its nodes say of their columns is without the indentation: {@link #span} tells where they stand. */
  public CompilationUnit unit() {
    return unit;
  }

  /** The text as given, char by char. */
  public String text() {
    return text;
  }

  /** Where a node of this tree stands; a node that is implied by the grammar and written nowhere is empty, at the start of what implies it. */
  public Span span(Node node) {
    if (node instanceof CompilationUnit) {
      return new Span(0, text.length());
    }
    Optional<Range> range = node.getRange();
    if (range.isEmpty()) {
      int start = node.getParentNode().map(parent -> span(parent).start()).orElse(0);
      return new Span(start, start);
    }
    int start = offset(range.get().begin);
    int end = Math.max(start, Math.min(text.length(), offset(range.get().end) + 1));
    return node instanceof SimpleName name ? identifier(name, start, end) : new Span(start, end);
  }

  /** The text of a node. */
  public String text(Node node) {
    return span(node).of(text);
  }

  /** The 1-based line of an offset. */
  public int line(int offset) {
    return lines.line(offset);
  }

  /** The offset at which a 1-based line starts. */
  public int lineStart(int line) {
    return lines.start(line);
  }

  /** Number of lines; a text that ends in a line break has an empty last line. */
  public int lineCount() {
    return lines.count();
  }

  /** Made when first asked for; made twice, both are the same. */
  NodeTable table() {
    if (table == null) {
      table = NodeTable.of(unit);
    }
    return table;
  }

  private int offset(Position position) {
    return lines.start(position.line) + indentation.column(position) - 1;
  }

  /** The parser lets the name in {@code int a[]} span its brackets too. */
  private Span identifier(SimpleName name, int start, int end) {
    int length = name.getIdentifier().length();
    return text.startsWith(name.getIdentifier(), start)
        ? new Span(start, start + length)
        : new Span(start, end);
  }
}

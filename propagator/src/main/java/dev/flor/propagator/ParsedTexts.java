package dev.flor.propagator;

import dev.flor.differ.Aligner;
import dev.flor.differ.FileAlignment;
import dev.flor.differ.Outline;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.SyntaxTree;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Texts that were read not long ago, with what came of it: most files are the same in one version as in the next. */
final class ParsedTexts {
  /** A tree takes about a hundred bytes for each character of its text. */
  private static final int MOST_CHARACTERS = 600_000;

  private final Map<Key, ParseResult> results = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Optional<Outline>> outlines = new LinkedHashMap<>(16, 0.75f, true);
  private final CodeSearch search = new CodeSearch();
  private final Memo<Both, Aligned> alignments = new Memo<>(MOST_CHARACTERS, Aligned::size);
  private final Memo<Calls, Expanded> expansions = new Memo<>(MOST_CHARACTERS / 4, Expanded::size);
  private final Glimpses glimpses;
  private long characters;
  private long outlined;

  ParsedTexts(Glimpses glimpses) {
    this.glimpses = glimpses;
  }

  /** The parts of the members of a text; none for the whole text. */
  private record Key(String text, List<Part> parts) {}

  /** Two trees that were made here, which stand for their texts. */
  private record Both(SyntaxTree latest, SyntaxTree older) {}

  private record Aligned(int size, FileAlignment alignment) {}

  /** Calls in a tree that was made here, by where they stand. */
  private record Calls(String path, SyntaxTree tree, List<Integer> starts) {}

  private record Expanded(int size, Optional<Expansion> expansion) {}

  /** What corresponds to what in two trees. */
  FileAlignment align(SyntaxTree latest, SyntaxTree older) {
    int size = latest.text().length() + older.text().length();
    return alignments
        .of(new Both(latest, older), () -> new Aligned(size, Aligner.align(latest, older)))
        .alignment();
  }

  /** A file with methods in place of these calls. */
  Optional<Expansion> expansion(Unit unit, List<Expansion.Call> calls) {
    List<Integer> starts = calls.stream().map(call -> unit.start(call.call())).toList();
    return expansions
        .of(
            new Calls(unit.path(), unit.tree(), starts),
            () -> new Expanded(unit.text().length(), Expansion.of(unit, calls)))
        .expansion();
  }

  /** Finds code in trees that are not asked for it themselves. */
  CodeSearch search() {
    return search;
  }

  /** What came of looks into texts, on whatever thread. */
  Glimpses glimpses() {
    return glimpses;
  }

  /** The outline of a text, if braces alone tell it. */
  synchronized Optional<Outline> outline(String text) {
    Optional<Outline> known = outlines.get(text);
    if (known == null) {
      known = Outline.of(text);
      outlines.put(text, known);
      outlined = shortened(outlines.keySet().iterator(), outlined + text.length(), k -> k);
    }
    return known;
  }

  ParseResult parse(String text) {
    return parse(new Key(text, List.of()), () -> SyntaxTree.parse(text));
  }

  /** A text, so much of each of its members as is wanted. */
  ParseResult parse(Outline outline, Function<Outline.Member, Part> wanted) {
    Key key = new Key(outline.text(), outline.members().stream().map(wanted).toList());
    return parse(key, () -> Skeleton.parse(outline, wanted));
  }

  private synchronized ParseResult parse(Key key, Supplier<ParseResult> parser) {
    ParseResult known = results.get(key);
    if (known == null) {
      known = parser.get();
      results.put(key, known);
      characters =
          shortened(results.keySet().iterator(), characters + key.text().length(), Key::text);
    }
    return known;
  }

  /** Drops the eldest until there are no more characters than may be kept, or one is left; gives how many these are. */
  private static <K> long shortened(Iterator<K> eldest, long many, Function<K, String> text) {
    long left = many;
    while (left > MOST_CHARACTERS) {
      K key = eldest.next();
      if (!eldest.hasNext()) {
        return left;
      }
      left -= text.apply(key).length();
      eldest.remove();
    }
    return left;
  }
}

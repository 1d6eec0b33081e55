package dev.flor.propagator;

import dev.flor.differ.KnownTexts;
import dev.flor.differ.Outline;
import dev.flor.differ.ParseResult;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import dev.flor.differ.SyntaxTree;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Texts that were parsed not long ago, with what came of it: most files are the same in one version as in the next. */
final class ParsedTexts {
  /** A tree takes about a hundred bytes for each character of its text. */
  private static final int MOST_CHARACTERS = 1_500_000;

  private final Map<Key, ParseResult> results = new LinkedHashMap<>(16, 0.75f, true);
  private final KnownTexts words = new KnownTexts();
  private long characters;

  /** The parts of the members of a text; none for the whole text. */
  private record Key(String text, List<Part> parts) {}

  /** What is known of texts that were not parsed. */
  KnownTexts words() {
    return words;
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
    return known != null ? known : keep(key, parser.get());
  }

  private ParseResult keep(Key key, ParseResult result) {
    results.put(key, result);
    characters += key.text().length();
    Iterator<Key> eldest = results.keySet().iterator();
    while (characters > MOST_CHARACTERS && results.size() > 1) {
      characters -= eldest.next().text().length();
      eldest.remove();
    }
    return result;
  }
}

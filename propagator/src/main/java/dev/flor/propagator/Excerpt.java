package dev.flor.propagator;

import dev.flor.differ.Outline;
import dev.flor.differ.Outline.Member;
import dev.flor.differ.Skeleton;
import dev.flor.differ.Skeleton.Part;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * So much of a file as tells whether a piece of code may have stood in it. Most of what changes in a file from one version to the next is
 * in other members: the excerpt stays the same.
 */
public final class Excerpt {
  /** As a rule of thumb: a member that holds less of what stands near a statement tells nothing of its place. */
  private static final double SOME = 0.25;

  private static final Pattern BLANK_LINE = Pattern.compile("(?m)^[ \t]*\\R");

  private Excerpt() {}

  /**
   * What is outside of members, comments aside, and the members that hold some of a piece of code; the whole text, if its braces do not
   * tell where they are. Lines are not where they were.
   *
   * @param phrases of the code, as {@link Phrases#encoded} gives them
   */
  public static String of(String text, SortedSet<String> phrases) {
    Phrases wanted = Phrases.decoded(phrases);
    return Outline.of(text)
        .map(outline -> Skeleton.stubs(
            outline, member -> holds(outline, member, wanted) ? Part.WHOLE : Part.NONE, false))
        .map(left -> BLANK_LINE.matcher(left).replaceAll(""))
        .orElse(text);
  }

  private static boolean holds(Outline outline, Member member, Phrases wanted) {
    String text = outline.text().substring(member.head().start(), member.body().end());
    return wanted.shareIn(Phrases.words(Tokens.of(text))) >= SOME;
  }
}

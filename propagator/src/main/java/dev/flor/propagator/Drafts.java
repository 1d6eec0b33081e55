package dev.flor.propagator;

import dev.flor.differ.Content;
import dev.flor.propagator.AskedBefore.Answered;
import dev.flor.propagator.AskedBefore.Question;
import dev.flor.propagator.NarrowCarrier.Narrow;
import dev.flor.propagator.OwnMembers.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * What statements came to in versions, before a compiler was asked about these: in another version that gives the same answers they come
 * to the same, and only the compiler has to be asked again. Where they were seen in their members alone, other members of their file may
 * differ. For several threads.
 */
final class Drafts {
  private static final int MOST_ANSWERS = 200_000;

  private final AskedBefore<Sides, Draft> files = new AskedBefore<>(MOST_ANSWERS);
  private final AskedBefore<Seen, Draft> members = new AskedBefore<>(MOST_ANSWERS);

  /** A propagation without the texts that its edits are of; of one in members, all is told as it would be in the core of the file. */
  private record Draft(List<Placement> placements, SortedMap<String, List<Edit>> edits) {
    Propagation in(SourceTree older) {
      SortedMap<String, Patch> patches = new TreeMap<>();
      edits.forEach(
          (path, some) -> patches.put(path, new Patch(path, older.read(path).orElseThrow(), some)));
      return new Propagation(placements, patches);
    }
  }

  /** Two versions, and the members of the one file that is carried into. */
  private record Seen(Sides sides, OwnMembers own) {}

  /** What these probes came to where the same was asked and answered. */
  Optional<Propagation> find(List<Probe> probes, Sides sides, ParsedTexts texts) {
    return files
        .find(probes, sides)
        .map(draft -> draft.in(sides.older()))
        .or(() -> inMembers(probes, sides, texts));
  }

  private Optional<Propagation> inMembers(List<Probe> probes, Sides sides, ParsedTexts texts) {
    String file = probes.isEmpty() ? "" : probes.get(0).file();
    return probes.stream().allMatch(probe -> probe.file().equals(file))
        ? OwnMembers.of(file, probes, sides.latest(), sides.older(), texts).flatMap(own -> members
            .find(about(probes, own), new Seen(sides, own))
            .map(draft -> fromCore(draft, own).in(sides.older())))
        : Optional.empty();
  }

  /**
   * Keeps what they came to, if the compiler had nothing against any.
   *
   * @param asked of both versions, in order
   * @param alone how they were seen in their members, if they were
   */
  void keep(
      List<Probe> probes, List<Answered<Sides>> asked, Propagation sound, Optional<Narrow> alone) {
    SortedMap<String, List<Edit>> edits = new TreeMap<>();
    sound.patches().forEach((path, patch) -> edits.put(path, patch.edits()));
    Draft draft = new Draft(sound.placements(), edits);
    files.keep(probes, asked, draft);
    alone
        .filter(narrow -> !narrow.expanded()
            && asked.stream()
                .noneMatch(
                    each -> NotedTree.isSearch(each.question(), probes.get(0).file())))
        .ifPresent(narrow -> keepMembers(probes, asked, draft, narrow));
  }

  /** Instead of the file, it is asked for its core, and then whether the probes are at home in it, and what comments say. */
  private void keepMembers(
      List<Probe> probes, List<Answered<Sides>> asked, Draft draft, Narrow narrow) {
    Optional<String> core = narrow.own().core();
    if (core.isEmpty()) {
      return;
    }
    List<Lost> lost = narrow.lost();
    List<Answered<Seen>> questions = new ArrayList<>();
    questions.add(new Answered<>(
        new Question<>("core", seen -> seen.own().core().map(Content::id).orElse("")),
        Content.id(core.get())));
    questions.add(
        new Answered<>(new Question<>("home", seen -> areAtHome(probes, lost, seen.own())), true));
    questions.add(new Answered<>(
        new Question<>("remarks", seen -> remarked(lost, seen.own())),
        remarked(lost, narrow.own())));
    for (Answered<Sides> each : asked) {
      if (!NotedTree.isOfOlder(each.question(), probes.get(0).file())) {
        questions.add(new Answered<>(
            new Question<>(
                each.question().what(), seen -> each.question().ask().apply(seen.sides())),
            each.answer()));
      }
    }
    members.keep(about(probes, narrow.own()), questions, inCore(draft, narrow.own()));
  }

  /** With the file that the probes are in: what was lost is told from that. */
  private static Object about(List<Probe> probes, OwnMembers own) {
    return List.of(probes, Content.id(own.latest().text()));
  }

  private static List<List<Boolean>> remarked(List<Lost> lost, OwnMembers own) {
    return lost.stream().map(own::remarked).toList();
  }

  private static boolean areAtHome(List<Probe> probes, List<Lost> lost, OwnMembers own) {
    for (int i = 0; i < probes.size(); i++) {
      if (!own.isAtHome(probes.get(i), lost.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Draft inCore(Draft draft, OwnMembers own) {
    return moved(draft, own::inCore, probe -> -own.linesLeft(probe));
  }

  private static Draft fromCore(Draft draft, OwnMembers own) {
    return moved(draft, own::inFile, own::linesLeft);
  }

  private static Draft moved(Draft draft, IntUnaryOperator offset, ToIntFunction<Probe> lines) {
    List<Placement> placements = new ArrayList<>();
    for (Placement placement : draft.placements()) {
      placements.add(
          placement instanceof Placement.Inserted in
              ? in.down(lines.applyAsInt(in.probe()))
              : placement);
    }
    SortedMap<String, List<Edit>> edits = new TreeMap<>();
    draft
        .edits()
        .forEach((path, some) -> edits.put(
            path,
            some.stream()
                .map(edit -> Edit.replace(
                    offset.applyAsInt(edit.span().start()),
                    offset.applyAsInt(edit.span().end()),
                    edit.text()))
                .toList()));
    return new Draft(placements, edits);
  }
}

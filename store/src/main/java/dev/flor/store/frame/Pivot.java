package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.Rows;
import dev.flor.store.model.UnknownNameException;
import dev.flor.store.model.View;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers one {@link Dataframe}. */
public final class Pivot {
  private final Db db;
  private final Dataframe question;
  private final List<String> known;

  private Pivot(Db db, Dataframe question) {
    this.db = db;
    this.question = question;
    this.known = names(db);
  }

  /** The names some run has logged or taken as an arg, sorted. */
  public static List<String> names(Db db) {
    return db.query("SELECT name FROM name ORDER BY name", row -> row.getString(1));
  }

  /** The answer, all of it. */
  public static View view(Db db, Dataframe question) {
    return new Pivot(db, question).frame().view();
  }

  /** The answer, made while it is read; what orders or aggregates rows has them all first. */
  public static Rows rows(Db db, Dataframe question) {
    return new Pivot(db, question).frame().streamed();
  }

  /** The answer as JDBC shows rows, made while they are read. */
  public static ResultSet result(Db db, Dataframe question) {
    return FrameResult.of(new Pivot(db, question).frame());
  }

  private Frame frame() {
    question.names().forEach(this::check);
    List<Chosen> chosen = Chosen.by(db, question);
    return question.names().isEmpty()
        ? Shaping.of(question, Summary.frame(db, chosen), List.of())
        : pivoted(chosen);
  }

  private void check(String name) {
    if (!known.contains(name)) {
      throw new UnknownNameException(
          "no run has logged '" + Nearness.shortened(name) + "'",
          known.isEmpty()
              ? "nothing is logged yet: `flor run` your program first"
              : Nearness.nearest(name, known)
                  .map(near -> "did you mean '" + Nearness.shortened(near) + "'?")
                  .orElse("logged are: " + Nearness.listed(known)));
    }
  }

  /** Names that only a condition or an order mentions are pivoted too, and not shown. */
  private Frame pivoted(List<Chosen> chosen) {
    FrameHeads heads = new FrameHeads(db, chosen, question.names());
    List<String> extra = new ArrayList<>();
    for (String mentioned : Shaping.mentioned(question)) {
      if (!heads.has(mentioned) && known.contains(mentioned) && !extra.contains(mentioned)) {
        extra.add(mentioned);
      }
    }
    List<String> names = new ArrayList<>(question.names());
    names.addAll(extra);
    FrameHeads all = extra.isEmpty() ? heads : new FrameHeads(db, chosen, names);
    GroupRows rows = new GroupRows(db, chosen, names, all);
    Frame frame = new Frame(all.heads(), rows, Optional.of(rows));
    return question
        .aggregate()
        .map(how -> Aggregation.of(how, question, frame, rows, names, extra))
        .orElseGet(() -> Shaping.of(question, frame, extra));
  }
}

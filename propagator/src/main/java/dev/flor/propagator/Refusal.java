package dev.flor.propagator;

import java.util.Locale;

/** Why a probe was refused. Each reason has one page, docs/refusals/ID.md, and a case file. */
public enum Refusal {
  FILE_GONE("no file of this version corresponds to the one the statement stands in"),
  UNPARSABLE("the file does not parse in this version"),
  TOO_LARGE("the file is larger than flor is ready to align"),
  NO_COUNTERPART("the code around the statement has no counterpart in this version"),
  AMBIGUOUS("two places of this version fit the statement equally well"),
  UNBOUND_NAME("the statement uses a name that nothing in this version corresponds to"),
  AMBIGUOUS_NAME("the statement uses a name that two things in this version correspond to"),
  TYPE_CHANGED("the statement uses a name that stands for a thing of another type in this version"),
  DOES_NOT_COMPILE("with the statement in it, this version does not compile");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** The name used in reports and as the page's file name, such as {@code unbound-name}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One sentence, without a full stop. */
  public String sentence() {
    return sentence;
  }
}

package dev.flor.differ;

/** An alignment of two files, with what corresponds to what among their declarations, which it began with. */
public interface FileAlignment extends Alignment {
  /** The types and members that correspond, whether or not anything in them does. */
  Declarations.Matching declarations();
}

/**
 * The journal of a run, the truth about it: how it is written while the program runs, and how tools
 * read it. {@link dev.flor.journal.JournalReader} tells a {@link dev.flor.journal.JournalVisitor}
 * what a run did; {@link dev.flor.journal.RunDirectory} finds the runs of a project;
 * {@link dev.flor.journal.ReplayOrder} is what a replay is told. The format is docs/journal-format.md.
 * Nothing here knows loops in progress, checkpoint contents, git or SQL.
 */
package dev.flor.journal;

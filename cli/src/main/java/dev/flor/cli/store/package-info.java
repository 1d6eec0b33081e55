/**
 * The commands that read what was logged: {@code dataframe}, {@code sql} and its shell, {@code export} to CSV, JSON lines and Parquet,
 * {@code runs}, {@code best}, {@code checkpoint}, {@code journal}; and {@code store}, which shares it with a team.
 * May use {@code project} and {@code io}.
 * Nothing here runs a version, or knows how values lie in the database.
 */
package dev.flor.cli.store;

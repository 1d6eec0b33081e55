/**
 * The part of a rehearsal that stands for the program: it is in a package of its own, since what is in flor's own is not taken for one.
 * Nothing here is for programs, or records anything.
 */
package dev.flor.rehearsal;

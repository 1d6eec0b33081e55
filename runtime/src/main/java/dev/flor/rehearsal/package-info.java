/** The part of a rehearsal that stands for the program. */
package dev.flor.rehearsal;

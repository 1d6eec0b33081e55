/**
 * Values, turns and loops packed into chunks, and unpacked: bytes, columns of a type, chunks of some thousand. Uses
 * {@code db} for texts too long to be packed. Nothing here knows journals, or what is asked.
 */
package dev.flor.store.packed;

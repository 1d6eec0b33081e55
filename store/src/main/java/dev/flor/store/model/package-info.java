/**
 * What the store is asked and what it answers, as values, and its faults. Uses no other package of the store. Nothing
 * here reads, writes or knows SQL.
 */
package dev.flor.store.model;

/**
 * The language of conditions and orders of rows, and how cells compare. Uses {@code model} for its refusal; it knows no
 * database, and is never made into SQL.
 */
package dev.flor.store.condition;

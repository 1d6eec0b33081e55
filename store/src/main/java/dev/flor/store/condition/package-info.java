/**
 * The language of conditions and orders of rows, and how cells compare. Uses {@code model} for its refusal. Nothing
 * here knows a database, and none of it is ever made into SQL.
 */
package dev.flor.store.condition;

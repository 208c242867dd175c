/**
 * The wording of the standards, read from the user's own copy and kept on this machine alone: the
 * texts are ETSI's, so that nothing here enters a dossier, a report or an export.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.exchange.original;

package dev.plumbline.edition;

/**
 * What a person has to do after a migration.
 *
 * @param file of the dossier, such as {@code ics.yaml}
 * @param where in it: a provision, a condition, {@code TABLE/ENTRY}, a column
 * @param what in a sentence
 */
public record ToDo(String file, String where, String what) {}

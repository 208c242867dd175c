package dev.plumbline.judging.rules;

/**
 * A cell that is filled and yet unknown to rules.
 *
 * @param key column or typed field
 * @param text what it says
 * @param problem id of what the check of the declaration warns of
 */
record Withheld(String key, String text, String problem) {}

package dev.plumbline.judging.rules;

/**
 * A cell that is filled and yet unknown to rules.
 *
 * @param key column or typed field
 * @param text what it says
 * @param form whether it is not of the form that its column wants
 * @param why what keeps it from being known, as the end of a sentence
 */
record Withheld(String key, String text, boolean form, String why) {}

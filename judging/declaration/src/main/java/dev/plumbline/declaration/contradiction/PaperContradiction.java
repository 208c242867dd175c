package dev.plumbline.declaration.contradiction;

/**
 * Two places of a declaration that cannot both be true.
 *
 * @param id of its kind, such as {@code PLB-6101}
 */
public record PaperContradiction(String id, Quote one, Quote other) {}

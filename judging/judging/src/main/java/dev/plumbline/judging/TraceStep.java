package dev.plumbline.judging;

/**
 * A step on the way from the catalogue to a verdict.
 *
 * @param stage {@code catalogue}, {@code declaration}, {@code observation}, {@code question},
 *     {@code rule}, {@code decision}, {@code inheritance} or {@code verdict}
 * @param text what was read or concluded
 * @param where file and line, evidence and offset, or empty
 */
public record TraceStep(String stage, String text, String where) {}

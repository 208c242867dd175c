package dev.plumbline.exchange.original;

/**
 * A paragraph.
 *
 * @param page of its first line
 * @param x of its first letter, in points
 * @param text in one line
 */
record Paragraph(int page, float x, float size, String text) {}

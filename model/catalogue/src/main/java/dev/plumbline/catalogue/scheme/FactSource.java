package dev.plumbline.catalogue.scheme;

/**
 * Where a fact is from.
 *
 * @param what the page, text or file
 * @param kind such as {@code law}, {@code official} or {@code secondary}
 */
public record FactSource(String id, String what, String kind) {}

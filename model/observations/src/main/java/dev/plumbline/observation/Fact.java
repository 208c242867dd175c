package dev.plumbline.observation;

/**
 * What was seen of one subject. A fact is a record with {@link Kind}; its components are the fields
 * of the value or, with {@link Coverage}, of the coverage. A component that is not an {@link
 * java.util.Optional} is required: what lacks it cannot be written, and is no answer when read.
 */
public interface Fact {}

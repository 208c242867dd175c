package dev.plumbline.observation;

import java.util.Map;

/** A fact as it is stored. */
public record Stored(Map<String, Object> value, Map<String, Object> coverage) {}

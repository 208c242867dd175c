package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Says;

/** A part of an image that was not opened. */
@Says("A part that was not opened.")
public record Unopened(@Says("where") String place, @Says("why") String reason) {}

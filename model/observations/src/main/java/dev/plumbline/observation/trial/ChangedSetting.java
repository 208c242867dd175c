package dev.plumbline.observation.trial;

import dev.plumbline.observation.Says;

/** A setting that is not as before. */
@Says("A setting that is not as before.")
public record ChangedSetting(
    @Says("its name") String setting,
    @Says("its value before") String before,
    @Says("its value after") String after) {}

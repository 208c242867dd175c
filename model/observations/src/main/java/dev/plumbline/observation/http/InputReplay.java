package dev.plumbline.observation.http;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;

/** {@code input.replay}. */
@Kind(value = "input.replay", subject = "endpoint")
@Says("An input that did something, sent again.")
public record InputReplay(
    @Says("of the earlier run") String finding,
    @Says("it did the same") boolean again,
    @Says("what it did") String saw)
    implements Fact {}

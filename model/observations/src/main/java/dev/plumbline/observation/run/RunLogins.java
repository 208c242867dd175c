package dev.plumbline.observation.run;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;

/** {@code run.logins}. */
@Kind(value = "run.logins", subject = "mechanism")
@Says("Logins that a run has taken from the budget.")
public record RunLogins(
    @Says("wrong logins") long wrong, @Says("logins of the brute-force test") long bruteForce)
    implements Fact {}

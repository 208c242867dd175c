package dev.plumbline.observation.ssh;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code ssh.methods}. */
@Kind(value = "ssh.methods", subject = "endpoint")
@Says(
    "Login methods that an SSH server offers to an unknown user; `none` alone means "
        + "that everybody is let in.")
public record SshMethods(
    @Says("names") List<String> methods, @Coverage @Says("the unknown user") String user)
    implements Fact {}

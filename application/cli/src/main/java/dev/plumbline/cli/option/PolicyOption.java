package dev.plumbline.cli.option;

import dev.plumbline.app.PolicyChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names a crypto policy. */
public final class PolicyOption {
  @Option(
      names = "--crypto-policy",
      paramLabel = "ID|FILE",
      description = "Judge cryptography by this policy: the id of a shipped one, or a file.")
  private Optional<String> policy = Optional.empty();

  public PolicyChoice choice() {
    return new PolicyChoice(policy);
  }
}

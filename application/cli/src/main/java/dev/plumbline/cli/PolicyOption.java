package dev.plumbline.cli;

import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.catalogue.CryptoPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names a crypto policy. */
final class PolicyOption {
  @Option(
      names = "--crypto-policy",
      paramLabel = "ID|FILE",
      description = "Judge cryptography by this policy: the id of a shipped one, or a file.")
  private Optional<String> policy = Optional.empty();

  CryptoPolicy policy() {
    if (policy.isEmpty()) {
      return CryptoPolicies.load();
    }
    Path file = Path.of(policy.get());
    return Files.isRegularFile(file)
        ? CryptoPolicies.read(file)
        : CryptoPolicies.load(policy.get());
  }
}

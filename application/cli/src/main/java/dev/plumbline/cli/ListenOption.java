package dev.plumbline.cli;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.workbench.Access;
import dev.plumbline.workbench.tls.PemCertificate;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that open a workbench to the network. */
final class ListenOption {
  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "Listen on this address of the machine, over TLS, for people who have an account"
              + " ('plumbline account add'). Needs a certificate.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "Certificate in PEM, with those between it and its root. The names in it are the names of"
              + " the workbench.")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--certificate-key",
      paramLabel = "FILE",
      description = "Its private key in PEM, without a password, for its owner alone.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--self-signed",
      description =
          "Make a certificate for the address and keep it with your keys. Its fingerprint is"
              + " printed; compare it in each browser before you trust it.")
  private boolean selfSigned;

  /**
   * Where to listen, and whom to let in.
   *
   * @param keys of this user; accounts lie beside them
   * @throws CliException if it is not safe, or the options contradict each other
   */
  Access access(int port, AuthorKeys keys, Instant now) throws IOException {
    if (address.isEmpty()) {
      if (certificate.isPresent() || key.isPresent() || selfSigned) {
        throw wrong(Message.of("PLB-C609"));
      }
      return new Access.Loopback(port, keys);
    }
    InetAddress on = literal(address.get());
    Accounts accounts = Accounts.beside(keys.folder());
    if (accounts.all().isEmpty()) {
      throw wrong(Message.of("PLB-C610"));
    }
    ServerCertificate tls = certificate(on, accounts.folder(), now);
    return new Access.Network(on, port, tls, accounts);
  }

  private ServerCertificate certificate(InetAddress on, Path folder, Instant now)
      throws IOException {
    if (selfSigned) {
      if (certificate.isPresent() || key.isPresent()) {
        throw wrong(Message.of("PLB-C612"));
      }
      return SelfMadeCertificate.of(folder, on, now);
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw wrong(Message.of("PLB-C613"));
    }
    return PemCertificate.read(certificate.get(), key.get(), now);
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw wrong(Message.of("PLB-C614"));
    }
  }

  private static CliException wrong(Message why) {
    return new CliException(ExitCode.USAGE, why);
  }
}

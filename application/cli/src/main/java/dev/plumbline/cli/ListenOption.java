package dev.plumbline.cli;

import dev.plumbline.app.account.Accounts;
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
        throw wrong("A certificate is used with --listen ADDRESS alone.");
      }
      return new Access.Loopback(port, keys);
    }
    InetAddress on = literal(address.get());
    Accounts accounts = Accounts.beside(keys.folder());
    if (accounts.all().isEmpty()) {
      throw wrong(
          "Nobody has an account, so nothing is opened to the network. 'plumbline account add NAME"
              + " --person NAME' makes one.");
    }
    ServerCertificate tls = certificate(on, accounts.folder(), now);
    if (tls.hosts().isEmpty()) {
      throw wrong(
          "The certificate names no server: it needs a name or an address as subjectAltName.");
    }
    return new Access.Network(on, port, tls, accounts);
  }

  private ServerCertificate certificate(InetAddress on, Path folder, Instant now)
      throws IOException {
    if (selfSigned) {
      if (certificate.isPresent() || key.isPresent()) {
        throw wrong("--self-signed makes a certificate; leave --certificate out, or it.");
      }
      return SelfMadeCertificate.of(folder, on, now);
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw wrong(
          "Without a certificate nothing is opened to the network. Name --certificate FILE with"
              + " --certificate-key FILE, or --self-signed.");
    }
    return PemCertificate.read(certificate.get(), key.get(), now);
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw wrong("--listen requires an address, such as 192.168.1.10 or ::1, not a name.");
    }
  }

  private static CliException wrong(String why) {
    return new CliException(ExitCode.USAGE, why);
  }
}

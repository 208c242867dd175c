package dev.plumbline.workbench;

import dev.plumbline.app.account.AccountKeys;
import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.team.Signers;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a workbench listens, and who is let in there. */
public sealed interface Access {

  /** The TCP port; 0 for any that is free. */
  int port();

  /** Who signs what people decide. */
  Signers signers();

  /** The address on which it listens, as a literal. */
  String address();

  /** The names by which it is called; any other is refused. */
  List<String> hosts();

  /** What browsers know it by; empty where nothing leaves the machine. */
  Optional<ServerCertificate> certificate();

  /** Where certificates that are made are kept, for the owner alone. */
  Path folder();

  /**
   * The certificate for a second server on an address of this machine: that of the workbench where
   * it names the address, or where the workbench listens on that very address; else one that is
   * made.
   *
   * @throws IOException if none can be made or kept
   */
  default ServerCertificate certificateFor(InetAddress second, Instant now) throws IOException {
    Optional<ServerCertificate> own = certificate();
    if (own.isPresent() && (address().equals(second.getHostAddress()) || own.get().names(second))) {
      return own.get();
    }
    return SelfMadeCertificate.of(folder(), second, now);
  }

  /** Who can log in; empty where a link opens a session. */
  Optional<Accounts> accounts();

  /** People of this machine, by links. */
  record Loopback(int port, AuthorKeys keys) implements Access {
    private static final String ADDRESS = "127.0.0.1";

    @Override
    public Signers signers() {
      return keys;
    }

    @Override
    public Path folder() {
      return Accounts.beside(keys.folder()).folder();
    }

    @Override
    public String address() {
      return ADDRESS;
    }

    @Override
    public List<String> hosts() {
      return List.of(ADDRESS, "localhost");
    }

    @Override
    public Optional<ServerCertificate> certificate() {
      return Optional.empty();
    }

    @Override
    public Optional<Accounts> accounts() {
      return Optional.empty();
    }
  }

  /** People with an account, over TLS. */
  record Network(InetAddress on, int port, ServerCertificate tls, Accounts people)
      implements Access {
    @Override
    public Signers signers() {
      return new AccountKeys(people);
    }

    @Override
    public Path folder() {
      return people.folder();
    }

    @Override
    public String address() {
      return on.getHostAddress();
    }

    @Override
    public List<String> hosts() {
      return tls.hosts();
    }

    @Override
    public Optional<ServerCertificate> certificate() {
      return Optional.of(tls);
    }

    @Override
    public Optional<Accounts> accounts() {
      return Optional.of(people);
    }
  }
}

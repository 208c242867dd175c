package dev.plumbline.workbench;

import dev.plumbline.app.account.AccountKeys;
import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.team.Signers;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.net.InetAddress;
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

  /** Who can log in; empty where a link opens a session. */
  Optional<Accounts> accounts();

  /** People of this machine, by links. */
  record Loopback(int port, Signers signers) implements Access {
    private static final String ADDRESS = "127.0.0.1";

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

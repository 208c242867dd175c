package dev.plumbline.cli;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FoldersArgument;
import dev.plumbline.workbench.Access;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline serve DIR…}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the workbench: pages in a browser of this machine that show where products stand, and"
          + " where people decide test items.",
      "It listens on 127.0.0.1 alone, unless --listen says otherwise or somebody opens a page for a"
          + " phone in it. The printed link opens one"
          + " session, once. The folders stay the truth: commands and editors can be used beside"
          + " it. Stop it with Ctrl-C.",
      "With --listen it speaks TLS alone, and people log in with an account ('plumbline account"
          + " add'); whoever can log in can decide, test and agree to what a dossier wants."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline serve my-camera",
      "  plumbline serve products/ --port 8700 --open",
      "  plumbline serve products/ --port 8443 --listen 192.168.1.10 --self-signed",
      "  plumbline serve products/ --port 443 --listen 0.0.0.0 --certificate lab.pem \\",
      "      --certificate-key lab.key"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FoldersArgument folders;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "TCP port, 1 to 65535 (default: one that is free).")
  private int port;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ListenOption listen;

  @Option(names = "--open", description = "Start the browser of this desktop with the link.")
  private boolean open;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LARGEST_PORT) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C603"));
    }
    List<Path> dossiers = folders.dossiers();
    Access access = listen.access(port, author.keys(), Clock.systemUTC().instant());
    try (ResultIndex index = ResultIndex.of(System.getenv());
        Workbench workbench = Workbench.start(dossiers, access, index, Clock.systemUTC())) {
      PrintWriter out = spec.commandLine().getOut();
      URI address = workbench.address();
      told(access, address).forEach(out::println);
      out.flush();
      if (open) {
        browse(address, out);
      }
      new CountDownLatch(1).await();
      return ExitCode.OK.code();
    } catch (BindException e) {
      throw new CliException(
          ExitCode.USAGE,
          access.certificate().isEmpty()
              ? Message.of("PLB-C604", "port", Integer.toString(port))
              : Message.of(
                  "PLB-C608", "port", Integer.toString(port), "address", access.address()));
    }
  }

  private static List<String> told(Access access, URI address) {
    Optional<ServerCertificate> certificate = access.certificate();
    return certificate
        .map(
            c ->
                List.of(
                    "The workbench is open for those who have an account:",
                    "  " + address,
                    "Fingerprint of its certificate (SHA-256), to be compared where a browser does"
                        + " not trust it:",
                    "  " + c.fingerprint(),
                    "Stop it with Ctrl-C."))
        .orElseGet(
            () ->
                List.of(
                    "The workbench is open. This link opens one session:",
                    "  " + address,
                    "Stop it with Ctrl-C."));
  }

  private static void browse(URI address, PrintWriter out) {
    try {
      new ProcessBuilder("xdg-open", address.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      out.println("No browser could be started (xdg-open is missing). Open the link yourself.");
      out.flush();
    }
  }
}

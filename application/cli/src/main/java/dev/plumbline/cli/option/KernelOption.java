package dev.plumbline.cli.option;

import dev.plumbline.app.egress.Confinement;
import dev.plumbline.app.egress.Egress;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Long work during which the kernel drops what goes elsewhere than product.yaml allows. */
public final class KernelOption {
  @Option(
      names = "--unconfined",
      description =
          "Do not let the kernel drop what this run and its programs send elsewhere than"
              + " product.yaml allows.")
  private boolean unconfined;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Runs the work so that Ctrl-C ends it in order, and says what the kernel did meanwhile. */
  public <T> T run(Workspace workspace, Interruptible.Work<T> work) throws IOException {
    boolean ownsProcess =
        spec.root().userObject() instanceof ProcessOwner root && root.ownsProcess();
    if (unconfined || !ownsProcess) {
      return Interruptible.run(work);
    }
    PrintWriter out = spec.commandLine().getOut();
    Confinement kernel;
    try {
      kernel = Confinement.begin(Egress.of(workspace.product(), Confinement.resolvers()));
    } catch (IOException e) {
      out.println(
          "The kernel does not confine this run: "
              + Text.safe(String.valueOf(e.getMessage()))
              + ".");
      return Interruptible.run(work);
    }
    try (kernel) {
      out.println("The kernel confines this run to the addresses that product.yaml allows.");
      T done = Interruptible.run(work);
      tell(kernel, out);
      return done;
    }
  }

  private static void tell(Confinement kernel, PrintWriter out) {
    try {
      Confinement.Stopped stopped = kernel.stopped();
      if (stopped.packets() > 0) {
        out.println(
            "The kernel stopped "
                + (stopped.packets() == 1 ? "1 packet" : stopped.packets() + " packets")
                + " to other addresses"
                + ": "
                + String.join(", ", stopped.named())
                + ". Find out what sent them; what the test needs belongs to targets or equipment"
                + " of product.yaml.");
      }
    } catch (IOException e) {
      out.println(
          "The kernel did not confine the whole run: "
              + Text.safe(String.valueOf(e.getMessage()))
              + ".");
    }
  }
}

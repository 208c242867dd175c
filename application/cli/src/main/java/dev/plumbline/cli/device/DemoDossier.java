package dev.plumbline.cli.device;

import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Makes the working copy of an example dossier that a demo writes its evidence into. */
final class DemoDossier {
  private static final String NAME = "dossier";
  private static final String MARK = ".plumbline-demo";
  private static final int LAST_PORT = 65_535;

  private DemoDossier() {}

  /**
   * Copies the example, and takes the ports that this machine itself answers on out of the scope:
   * they are not the simulated device's.
   *
   * @throws CliException if the place is taken by something that no demo made
   */
  static Path copy(String device, Path out, String address) throws IOException {
    Path home = Path.of(System.getProperty("plumbline.home", "."));
    Path example = home.resolve("examples").resolve(device);
    Path copy = out.resolve(NAME);
    if (Files.exists(copy) && !Files.exists(copy.resolve(MARK))) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C113", "folder", copy.toString()));
    }
    delete(copy);
    Files.createDirectories(copy);
    Files.writeString(copy.resolve(MARK), "Made by plumbline demo; the next demo replaces it.\n");
    copyTree(example, copy);
    List<Integer> foreign = answering(address);
    if (!foreign.isEmpty()) {
      Path product = copy.resolve("product.yaml");
      String text = Files.readString(product);
      Files.writeString(product, text.replace("1-65535", ranges(foreign)));
    }
    return copy;
  }

  /** Ports that this machine answers on before the device starts. */
  private static List<Integer> answering(String address) {
    List<Integer> ports = new ArrayList<>();
    for (int port = 1; port <= LAST_PORT; port++) {
      if (answers(address, port)) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static boolean answers(String address, int port) {
    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(address, port))) {
      return channel.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static String ranges(List<Integer> without) {
    List<String> ranges = new ArrayList<>();
    int first = 1;
    for (int port : without) {
      if (port > first) {
        ranges.add(first + "-" + (port - 1));
      }
      first = port + 1;
    }
    ranges.add(first + "-" + LAST_PORT);
    return String.join(", ", ranges);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> all;
    try (var walk = Files.walk(tree)) {
      all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}

package dev.plumbline.observation.network;

import dev.plumbline.observation.Fact;
import java.util.List;

/** A look for open ports of one transport. */
public sealed interface OpenPorts extends Fact permits TcpOpenPorts, UdpOpenPorts {
  /** Ports at which something answered. */
  List<Integer> found();

  /** Ports that were asked, as numbers and ranges. */
  List<String> ports();

  /** How many ports were asked. */
  int tried();

  /** How many ports gave no answer. */
  int unanswered();

  /** The same, as numbers and ranges. */
  List<String> unansweredPorts();

  /** Ports that were not asked because they are out of scope, as numbers and ranges. */
  List<String> outOfScope();
}

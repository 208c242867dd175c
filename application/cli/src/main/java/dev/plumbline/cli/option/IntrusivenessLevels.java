package dev.plumbline.cli.option;

import dev.plumbline.app.run.RunOrder;
import java.util.Iterator;

/** The levels of intrusiveness, for the completion of options. */
public final class IntrusivenessLevels implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return RunOrder.levels().iterator();
  }
}

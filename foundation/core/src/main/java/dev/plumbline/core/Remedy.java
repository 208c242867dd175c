package dev.plumbline.core;

import java.util.List;

/**
 * What answers an open question. Each says in one line what to do: the command, or what to write
 * where.
 */
public sealed interface Remedy {

  /** One line for people, as a sentence. */
  String line();

  /**
   * @param row an IXIT entry that names no endpoint of the device
   */
  record AddEndpoints(String row) implements Remedy {
    @Override
    public String line() {
      return "Add the endpoints of " + row + " to its row, such as endpoints: [tcp/443].";
    }
  }

  /**
   * @param name the server that the device calls
   */
  record NameClient(String name) implements Remedy {
    @Override
    public String line() {
      return "Name " + name + " under test.clients in product.yaml (docs/device-as-client.md).";
    }
  }

  /**
   * @param what that are needed, with their number, such as {@code passwords of 5 units}
   */
  record GiveSamples(String what) implements Remedy {
    @Override
    public String line() {
      return "Give samples: " + what + ".";
    }
  }

  /**
   * @param actions that {@code driver.yaml} has to describe
   */
  record GiveDriver(List<String> actions) implements Remedy {
    public GiveDriver {
      actions = List.copyOf(actions);
    }

    @Override
    public String line() {
      return "Describe in driver.yaml: " + String.join(", ", actions) + " (docs/drivers.md).";
    }
  }

  /**
   * @param what ended too early
   * @param how the setting or option that lets it run longer
   */
  record RunLonger(String what, String how) implements Remedy {
    @Override
    public String line() {
      return "Let " + what + " run longer: " + how + ".";
    }
  }

  /**
   * @param ids of probes
   */
  record RunProbe(List<String> ids) implements Remedy {
    public RunProbe {
      ids = List.copyOf(ids);
    }

    @Override
    public String line() {
      return "plumbline test DIR --only " + String.join(",", ids);
    }
  }

  /**
   * @param level the intrusiveness that is needed
   * @param ids the probes that need it
   */
  record RaiseIntrusiveness(String level, List<String> ids) implements Remedy {
    public RaiseIntrusiveness {
      ids = List.copyOf(ids);
    }

    @Override
    public String line() {
      return "plumbline test DIR --intrusiveness " + level + " --only " + String.join(",", ids);
    }
  }

  /**
   * @param what the file shows, such as {@code the port list of the console (ss -tulnp)}
   */
  record ImportFile(String what) implements Remedy {
    @Override
    public String line() {
      return "plumbline import DIR FILE, with " + what;
    }
  }

  /** A person confirms what a search found. */
  record Confirm(ItemId item) implements Remedy {
    @Override
    public String line() {
      return "plumbline confirm DIR '" + item + "' --by NAME --because TEXT";
    }
  }

  /**
   * @param what a person has to look at
   */
  record PersonLooks(String what) implements Remedy {
    @Override
    public String line() {
      return "A person looks at " + what + ", then: plumbline decide DIR ITEM …";
    }
  }

  /**
   * @param place file, row or column
   * @param what to write there
   */
  record ChangeDeclaration(String place, String what) implements Remedy {
    @Override
    public String line() {
      return "In " + place + ": " + what + ".";
    }
  }
}

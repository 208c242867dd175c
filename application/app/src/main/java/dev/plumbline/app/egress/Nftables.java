package dev.plumbline.app.egress;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The library of nft(8), in this process: tables that it makes as their owner live as long as this
 * object, and no longer than this process.
 */
final class Nftables implements AutoCloseable {
  private static final String LIBRARY = "libnftables.so.1";

  private final MemorySegment context;
  private final Calls calls;

  private Nftables(MemorySegment context, Calls calls) {
    this.context = context;
    this.calls = calls;
  }

  /**
   * Opens a way to the kernel.
   *
   * @throws IOException with what is missing
   */
  static Nftables open() throws IOException {
    if (!Nftables.class.getModule().isNativeAccessEnabled()) {
      throw new IOException("Java may not call the library of nftables");
    }
    Calls calls;
    try {
      calls = Calls.load();
    } catch (IllegalArgumentException e) {
      throw new IOException(LIBRARY + " is missing (Debian: nftables)", e);
    }
    MemorySegment context =
        call(
            () -> {
              MemorySegment made = (MemorySegment) calls.make().invokeExact(0);
              int out = (int) calls.keepOutput().invokeExact(made);
              int errors = (int) calls.keepErrors().invokeExact(made);
              return out == 0 && errors == 0 ? made : MemorySegment.NULL;
            });
    if (context.equals(MemorySegment.NULL)) {
      throw new IOException("nftables does not start");
    }
    return new Nftables(context, calls);
  }

  /**
   * Runs commands as one, or none of them, and gives what they print.
   *
   * @throws IOException with the first line of its complaint
   */
  String run(String commands) throws IOException {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment text = memory.allocateFrom(commands);
      int result = call(() -> (int) calls.run().invokeExact(context, text));
      if (result != 0) {
        String complaint = told(call(() -> (MemorySegment) calls.errors().invokeExact(context)));
        throw new IOException(complaint.lines().findFirst().orElse("nftables refuses the rules"));
      }
      return told(call(() -> (MemorySegment) calls.output().invokeExact(context)));
    }
  }

  private static String told(MemorySegment text) {
    return text.equals(MemorySegment.NULL) ? "" : text.getString(0);
  }

  /** Ends all tables that it owns. */
  @Override
  public void close() {
    call(
        () -> {
          calls.free().invokeExact(context);
          return true;
        });
  }

  /** A call of the library; none of them throws. */
  private interface Call<T> {
    T run() throws Throwable;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Functions of libnftables(3). */
  private record Calls(
      MethodHandle make,
      MethodHandle keepOutput,
      MethodHandle keepErrors,
      MethodHandle run,
      MethodHandle output,
      MethodHandle errors,
      MethodHandle free) {
    @SuppressWarnings("restricted")
    static Calls load() {
      SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
      MemoryLayout text =
          ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, JAVA_BYTE));
      return new Calls(
          bound(library, "nft_ctx_new", FunctionDescriptor.of(ADDRESS, JAVA_INT)),
          bound(library, "nft_ctx_buffer_output", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
          bound(library, "nft_ctx_buffer_error", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
          bound(
              library,
              "nft_run_cmd_from_buffer",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS)),
          bound(library, "nft_ctx_get_output_buffer", FunctionDescriptor.of(text, ADDRESS)),
          bound(library, "nft_ctx_get_error_buffer", FunctionDescriptor.of(text, ADDRESS)),
          bound(library, "nft_ctx_free", FunctionDescriptor.ofVoid(ADDRESS)));
    }

    /** Wrong forms would crash the program; they are those of the manual page, and tested. */
    @SuppressWarnings("restricted")
    private static MethodHandle bound(SymbolLookup library, String name, FunctionDescriptor form) {
      return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), form);
    }
  }
}

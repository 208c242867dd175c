package dev.plumbline.probes.sshendpoint;

/** Protection of packets in one direction. */
interface PacketCipher {
  /** None. */
  PacketCipher CLEAR =
      new PacketCipher() {
        @Override
        public byte[] seal(int sequence, byte[] packet) {
          return packet;
        }

        @Override
        public byte[] openHead(byte[] head) {
          return head;
        }

        @Override
        public byte[] openRest(int sequence, byte[] first, byte[] head, byte[] rest) {
          return MacPackets.join(head, rest);
        }
      };

  /** Block size of the cipher. */
  default int block() {
    return 8;
  }

  /** Bytes of the packet that have to be there before its length can be read. */
  default int head() {
    return 4;
  }

  /** Bytes behind the packet. */
  default int tag() {
    return 0;
  }

  /** Whether the length stays readable, and outside the blocks. */
  default boolean lengthInClear() {
    return false;
  }

  /** Protects a whole packet. */
  byte[] seal(int sequence, byte[] packet);

  /** Opens the first bytes, as far as the length. */
  byte[] openHead(byte[] head) throws SshFormatException;

  /**
   * Opens the rest.
   *
   * @param first the first bytes as they came
   * @param head what they are
   * @param rest what came behind them, with the tag
   * @return the whole packet
   */
  byte[] openRest(int sequence, byte[] first, byte[] head, byte[] rest) throws SshFormatException;
}

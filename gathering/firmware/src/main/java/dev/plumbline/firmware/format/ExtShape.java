package dev.plumbline.firmware.format;

/**
 * Sizes and places of an ext file system.
 *
 * @param groups where the list of groups begins, in bytes
 * @param groupSize bytes of an entry of it
 */
record ExtShape(
    int blockSize, long inodes, long inodesPerGroup, int inodeSize, long groups, int groupSize) {}

package org.conjoint.media.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a still image says of itself before it is decoded, as far as decoding depends on it. Sizes are 0 where this class
 * does not read them.
 *
 * <p>Orientation is taken where browsers take it: EXIF in JPEG's APP1, PNG's eXIf, WebP's EXIF and TIFF's own directory;
 * not from XMP.
 */
record ImageHeader(int width, int height, Orientation orientation, boolean animated) {
    private static final ImageHeader NOTHING = new ImageHeader(0, 0, Orientation.UPRIGHT, false);
    private static final int ORIENTATION_TAG = 0x0112;

    /** Never fails: what cannot be read counts as not said. */
    static ImageHeader of(ByteBuffer file) {
        var bytes = file.duplicate().order(ByteOrder.BIG_ENDIAN);
        try {
            if (bytes.remaining() < 16) {
                return NOTHING;
            }
            int magic = bytes.getInt(0);
            if (magic >>> 16 == 0xFFD8) {
                return jpeg(bytes);
            }
            if (magic == 0x89504E47) {
                return png(bytes);
            }
            if (magic == 0x52494646 && bytes.getInt(8) == 0x57454250) {
                return webp(bytes);
            }
            if (magic == 0x49492A00 || magic == 0x4D4D002A) {
                return new ImageHeader(0, 0, exif(bytes, 0, bytes.limit()), false);
            }
            return NOTHING;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private static ImageHeader jpeg(ByteBuffer bytes) {
        var orientation = Orientation.UPRIGHT;
        int at = 2;
        while (at + 4 <= bytes.limit()) {
            if ((bytes.get(at) & 0xFF) != 0xFF) {
                at++;
                continue;
            }
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker == 0xFF || marker == 0 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                break;
            }
            int length = bytes.getShort(at + 2) & 0xFFFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new ImageHeader(
                        bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF, orientation, false);
            }
            if (marker == 0xE1 && length > 8 && bytes.getInt(at + 4) == 0x45786966) {
                orientation = exif(bytes, at + 10, at + 2 + length);
            }
            at += 2 + length;
        }
        return new ImageHeader(0, 0, orientation, false);
    }

    private static ImageHeader png(ByteBuffer bytes) {
        int width = bytes.getInt(16);
        int height = bytes.getInt(20);
        var orientation = Orientation.UPRIGHT;
        boolean animated = false;
        int at = 8;
        while (at + 12 <= bytes.limit()) {
            int length = bytes.getInt(at);
            int type = bytes.getInt(at + 4);
            if (type == 0x65584966) {
                orientation = exif(bytes, at + 8, at + 8 + length);
            } else if (type == 0x6163544C) {
                animated = true;
            }
            if (length < 0) {
                break;
            }
            at += 12 + length;
        }
        return new ImageHeader(width, height, orientation, animated);
    }

    private static ImageHeader webp(ByteBuffer bytes) {
        var little = bytes.order(ByteOrder.LITTLE_ENDIAN);
        var orientation = Orientation.UPRIGHT;
        boolean animated = false;
        int width = 0;
        int height = 0;
        int at = 12;
        while (at + 8 <= little.limit()) {
            int type = little.getInt(at);
            int length = little.getInt(at + 4);
            if (type == 0x58385056) {
                animated = (little.get(at + 8) & 2) != 0;
                width = 1 + (little.getInt(at + 12) & 0xFFFFFF);
                height = 1 + (little.getInt(at + 14) >>> 8);
            } else if (type == 0x46495845) {
                boolean prefixed = little.getInt(at + 8) == 0x66697845;
                orientation = exif(little.duplicate(), at + 8 + (prefixed ? 6 : 0), at + 8 + length);
            }
            if (length < 0) {
                break;
            }
            at += 8 + length + (length & 1);
        }
        return new ImageHeader(width, height, orientation, animated);
    }

    /** Reads the first directory of the TIFF structure between two offsets. */
    private static Orientation exif(ByteBuffer bytes, int start, int end) {
        int limit = Math.min(end, bytes.limit());
        if (start + 8 > limit) {
            return Orientation.UPRIGHT;
        }
        var tiff = bytes.duplicate().position(start).limit(limit).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return Orientation.UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                break;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
                return Orientation.ofExif(tiff.getShort(entry + 8) & 0xFFFF);
            }
        }
        return Orientation.UPRIGHT;
    }
}

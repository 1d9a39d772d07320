package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_cmp_q;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The constant rate of a video proxy, a fraction: so many pictures in so many seconds. A source whose own rate is constant
 * keeps it, up to 30 a second, so that each of its pictures is one of the proxy's. All others are shown at 30, so that a
 * picture is never further from its time than half of a thirtieth of a second.
 */
record PictureRate(int pictures, int seconds) {
    static final PictureRate FASTEST = new PictureRate(30, 1);

    /** Of what is made from this stream. */
    static PictureRate of(AVStream stream) {
        var rate = stream.avg_frame_rate();
        boolean constant = rate.num() > 0 && rate.den() > 0 && av_cmp_q(rate, stream.r_frame_rate()) == 0;
        var own = constant ? new PictureRate(rate.num(), rate.den()) : FASTEST;
        return own.perSecond() >= 1 && own.perSecond() <= FASTEST.perSecond() ? own : FASTEST;
    }

    double perSecond() {
        return (double) pictures / seconds;
    }

    /** Pictures in a second, rounded up. */
    int inOneSecond() {
        return Math.ceilDiv(pictures, seconds);
    }

    /** When the picture of that number begins, in milliseconds. */
    double begins(long number) {
        return 1000.0 * number * seconds / pictures;
    }

    /** The middle of the time for which the picture of that number is shown, in milliseconds. */
    double middle(long number) {
        return begins(number) + 500.0 * seconds / pictures;
    }
}
